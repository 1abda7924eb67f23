/// What the catalog of the target says.
package struct TargetCatalog: Sendable {
    package struct Schema: Sendable {
        package var exists: Bool
        /// Whether the role that is connected owns it, or is a member of its owner.
        package var isOwned: Bool

        package init(exists: Bool, isOwned: Bool) {
            self.exists = exists
            self.isOwned = isOwned
        }
    }

    package struct Table: Sendable {
        package var columns: [ScriptColumn]
        package var isOwned: Bool
        package var isView = false
        /// Whether its SELECT is not the expected one; false where that could not be found out.
        package var isOtherQuery = false
        package var hasRowSecurity = false
        /// Columns that are never NULL.
        package var required: Set<String> = []
        package var key: [String] = []
        package var references: Set<ExpectedReference> = []
        /// Triggers and rules that somebody added.
        package var triggers: [String] = []
        /// By column; its own by no name.
        package var comments: [String: String] = [:]

        package init(columns: [ScriptColumn], isOwned: Bool) {
            self.columns = columns
            self.isOwned = isOwned
        }
    }

    package var runner = ""
    package var mayCreateSchemas = false
    package var published = Schema(exists: false, isOwned: false)
    package var staging = Schema(exists: false, isOwned: false)
    /// Tables and views of the published schema.
    package var tables: [String: Table] = [:]
    /// Generated files that an earlier run executed with these very bytes.
    package var applied: Set<String> = []
    /// Names of tables that earlier runs made.
    package var known: Set<String> = []
    /// Schemas that hold Metabase's own tables.
    package var metabaseSchemas: Set<String> = []
    /// By role; nil where the server does not know it.
    package var readers: [String: RoleRights?] = [:]
    /// The rights of roles that a reader may become.
    package var assumed: [String: RoleRights] = [:]

    package init() {}
}
