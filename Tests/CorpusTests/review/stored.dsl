// instead of:     @plain var pages: Int
    @plain @column("nb_pages") var pages: Int
