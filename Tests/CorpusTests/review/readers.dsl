// instead of: readers: ["metabase"]
readers: ["metabase", "analystes"]
