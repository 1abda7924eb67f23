// instead of: readers: ["metabase"]
readers: ["metabase"], spread: depot.self
