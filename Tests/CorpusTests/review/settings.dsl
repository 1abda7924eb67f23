// instead of: readers: ["metabase"], timeZone: "Europe/Paris"
readers: ["metabase"], hardened: true, timeZone: "Europe/Brussels"
