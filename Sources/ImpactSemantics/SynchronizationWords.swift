/// The published table that says how fresh everything is, in the project's language.
package struct SynchronizationWords: Sendable {
    private let isFrench: Bool

    package init(_ language: String) { isFrench = language == "fr" }

    package var table: String { isFrench ? "synchronisation" : "synchronization" }
    package var meaning: String {
        isFrench
            ? "Fraîcheur des données : une ligne par table publiée, écrite à chaque synchronisation."
            : "How fresh the data is: a row for each published table, written by each synchronization."
    }

    package var name: String { isFrench ? "table_publiee" : "published_table" }
    package var nameShown: String { isFrench ? "Table publiée" : "Published table" }
    package var nameMeaning: String { isFrench ? "Modèle ou indicateur publié." : "The published model or metric." }

    package var finishedAt: String { isFrench ? "synchronisee_le" : "synchronized_at" }
    package var finishedAtShown: String { isFrench ? "Synchronisée le" : "Synchronized at" }
    package var finishedAtMeaning: String {
        isFrench ? "Fin de la dernière synchronisation de la table." : "End of the table's last synchronization."
    }

    package var snapshotAt: String { isFrench ? "donnees_du" : "data_as_of" }
    package var snapshotAtShown: String { isFrench ? "Données du" : "Data as of" }
    package var snapshotAtMeaning: String {
        isFrench ? "Moment de la production dont les données sont l'image." : "The moment of production that the data shows."
    }

    package var rows: String { isFrench ? "lignes" : "row_count" }
    package var rowsShown: String { isFrench ? "Lignes" : "Rows" }
    package var rowsMeaning: String {
        isFrench
            ? "Nombre de lignes publiées ; vide pour ce qui est calculé à la lecture."
            : "Published rows; empty for what is computed when it is read."
    }

    package var hasChanged: String { isFrench ? "a_change" : "has_changed" }
    package var hasChangedShown: String { isFrench ? "A changé" : "Has changed" }
    package var hasChangedMeaning: String {
        isFrench ? "La dernière synchronisation y a changé quelque chose." : "The last synchronization changed something in it."
    }

    package var restoredAt: String { isFrench ? "retablie_le" : "restored_at" }
    package var restoredAtShown: String { isFrench ? "Rétablie le" : "Restored at" }
    package var restoredAtMeaning: String {
        isFrench
            ? "Moment où une synchronisation plus récente a été annulée et ces données rétablies ; vide sinon."
            : "When a later synchronization was undone and this data put back; empty otherwise."
    }
}
