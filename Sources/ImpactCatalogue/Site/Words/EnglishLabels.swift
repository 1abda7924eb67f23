extension Labels {
    static var english: Labels {
        Labels(
            catalogue: "Catalogue", skip: "Skip to the content", pages: "Pages of the catalogue", search: "Search",
            searchHint: "table, column, word", find: "Search",
            footer: "Written by impactc from the file of the models. No data of production is in these pages.",
            home: "Home", homeTitle: "What can be read in Metabase",
            introduction: [
                "Each metric and each table, in words: what is counted, where it comes from, and what protects persons and companies. Nobody needs SQL to read it.",
                "Start with a **metric**: it is computed, reviewed and ready to show. **Tables** are for what no metric says yet.",
            ],
            metrics: "Metrics", tables: "Tables", freshness: "Freshness", questions: "Questions it answers",
            glossary: "The words of this catalogue",
            terms: [
                ("Row", "A row of a table describes one thing: a company, an account, a report."),
                (
                    "Pseudonym",
                    "A token in an identifier's place, the same everywhere for the same person. Pseudonymous data remains personal data, and is not anonymous: set beside other data, it can still tell who somebody is."
                ),
                ("Threshold", "A figure about too few units, persons or companies, is not shown; the reason stands beside it."),
                ("Dominance", "A sum that is nearly all one unit's is not shown."),
                ("Complementary", "A figure hidden because, subtracted from a total, it would give another away."),
                ("Disclosed", "A person decided that this may be known, and why: the register has each reason."),
            ],
            dictionary: "Dictionary", dictionaryHint: "All metrics, all tables and all their columns, in alphabetical order.",
            foundNone: "Nothing of that name.", foundOne: "One answer.", foundMany: "# answers.", columnOf: "column of",
            table: "Table", model: "Table", metric: "Metric", within: "On this page", columns: "Columns", row: "A row",
            keptRows: "Which rows",
            allRows: "all", key: "Key", computedFrom: "What is counted", onlyWhere: "Only where", since: "Since when",
            refreshed: "Freshness", secrecy: "What is hidden", privacy: "Privacy", totals: "Totals",
            checks: "Checked by each publication",
            type: "Type", optional: "may be empty", rule: "Rule", unit: "Unit", share: "share, from 0 to 1", values: "Values",
            origin: "Comes from", alsoReads: "and, to choose the rows,",
            computedOtherwise: "described above, computed from the columns below",
            refersTo: "Refers to", feeds: "Feeds", adding: "Adding up", sensitivity: "Sensitivity",
            lineageShort: "Origin", lineage: "Where the data comes from",
            lineageHint:
                "From left to right: the tables of production, the exposed tables, the metrics. A click on a box shows where it comes from and what it feeds; the page of a table shows the path of each of its columns.",
            columnLineageHint:
                "A click on a column shows its path, from production to the metric. The same links are written above, column by column.",
            sameInWords: "The same in words", production: "Production", nothing: "nothing",
            open: "Read its page", register: "Privacy", registerTitle: "Register of exposed data")
    }
}
