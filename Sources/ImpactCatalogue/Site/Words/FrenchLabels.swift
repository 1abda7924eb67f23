extension Labels {
    static var french: Labels {
        let set = Typography.french
        return Labels(
            catalogue: "Catalogue", skip: "Aller au contenu", pages: "Pages du catalogue", search: "Chercher",
            searchHint: "table, colonne, mot", find: "Chercher",
            footer: set("Écrit par impactc d'après le fichier des modèles. Aucune donnée de production ne figure dans ces pages."),
            home: "Accueil", homeTitle: set("Ce que l'on peut lire dans Metabase"),
            introduction: [
                set(
                    "Chaque indicateur et chaque table, en mots : ce qui est compté, d'où cela vient, et ce qui protège les personnes et les entreprises. Nul besoin de connaître SQL."
                ),
                set(
                    "Commencer par un **indicateur** : il est calculé, relu et prêt à afficher. Les **tables** servent à ce qu'aucun indicateur ne dit encore."
                ),
            ],
            metrics: "Indicateurs", tables: "Tables", freshness: "Fraîcheur", questions: "À quelles questions cela répond",
            glossary: "Les mots de ce catalogue",
            terms: [
                ("Ligne", set("Une ligne d'une table décrit une seule chose : une entreprise, un compte, un rapport.")),
                (
                    "Pseudonyme",
                    set(
                        "Un jeton remplace un identifiant, le même partout pour la même personne. Une donnée pseudonyme reste une donnée personnelle, et n'est pas anonyme : en la recoupant, on peut encore reconnaître quelqu'un."
                    )
                ),
                (
                    "Seuil",
                    set(
                        "Un chiffre qui porterait sur trop peu d'unités, personnes ou entreprises, n'est pas montré ; la raison est écrite à côté."
                    )
                ),
                ("Dominance", set("Une somme qu'une seule unité ferait presque à elle seule n'est pas montrée.")),
                (
                    "Complémentaire",
                    set("Un chiffre masqué parce qu'il permettrait, par différence avec un total, d'en retrouver un autre.")
                ),
                (
                    "Divulguée",
                    set("Une personne a décidé que cette donnée peut être connue, et pourquoi : le registre donne chaque motif.")
                ),
            ],
            dictionary: "Dictionnaire",
            dictionaryHint: "Tous les indicateurs, toutes les tables et toutes leurs colonnes, par ordre alphabétique.",
            foundNone: "Rien de ce nom.", foundOne: "Une réponse.", foundMany: "# réponses.", columnOf: "colonne de",
            table: "Table", model: "Table", metric: "Indicateur", within: "Sur cette page", columns: "Colonnes", row: "Une ligne",
            keptRows: "Lignes retenues",
            allRows: "toutes", key: "Clé", computedFrom: "Ce qui est compté", onlyWhere: "Seulement si", since: "Depuis quand",
            refreshed: "Fraîcheur", secrecy: "Ce qui est masqué", privacy: "Vie privée", totals: "Totaux",
            checks: "Vérifié à chaque publication",
            type: "Type", optional: "peut être vide", rule: "Règle", unit: "Unité", share: "part, de 0 à 1", values: "Valeurs",
            origin: "Vient de", alsoReads: "et, pour choisir les lignes,",
            computedOtherwise: set("calcul décrit plus haut, d'après les colonnes ci-dessous"),
            refersTo: "Renvoie à", feeds: "Sert à", adding: "Addition", sensitivity: "Sensibilité",
            lineageShort: "Origine", lineage: set("D'où viennent les données"),
            lineageHint: set(
                "De gauche à droite : les tables de la production, les tables exposées, les indicateurs. Un clic sur une case montre d'où elle vient et ce qu'elle alimente ; la page d'une table montre le chemin de chacune de ses colonnes."
            ),
            columnLineageHint: set(
                "Un clic sur une colonne montre son chemin, de la production à l'indicateur. Les mêmes liens sont écrits plus haut, colonne par colonne."
            ),
            sameInWords: "La même chose en toutes lettres", production: "Production", nothing: "rien",
            open: "Lire sa page", register: "Vie privée", registerTitle: "Registre des données exposées")
    }
}
