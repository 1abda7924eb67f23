// instead of:     if pages < 10 {
    if pages < 20 {
