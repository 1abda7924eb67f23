import ImpactTestSupport
import Testing

/// `contract.json` is a selection of Metabase's own document, and `compare.py` tells where it is not.
@Suite(.enabled(if: MetabaseTrial.isPossible, "needs curl, and python3 with jsonschema"))
struct ContractTests {
    private static let folder = repository + "/Tests/CommandTests/Metabase"

    /// A document that says the same, and more: other operations, other parameters, words.
    @Test func aWiderDocumentIsTheSame() throws {
        #expect(
            try said(
                of: """
                    d["paths"]["/api/other/"] = {"get": {"parameters": []}}
                    of("/api/card/", "get")["parameters"].append({"in": "query", "name": "model_id", "required": False, "schema": {}})
                    of("/api/card/", "get").update({"summary": "Cards", "responses": {"2XX": {}}})
                    body("/api/card/", "post")["properties"]["cache_ttl"] = {}
                    body("/api/card/", "post")["required"].reverse()
                    """) == "the contract is a selection of the document\n")
    }

    @Test(arguments: [
        (#"del d["paths"]["/api/user/current"]"#, "/paths: the document has no /api/user/current"),
        (
            #"of("/api/card/", "get")["parameters"][0]["schema"]["enum"] = ["mine"]"#,
            #"/paths//api/card//get f/schema/enum: the document has ["mine"]"#
        ),
        (
            #"of("/api/card/{id}", "put")["parameters"].append({"in": "query", "name": "new", "required": True, "schema": {}})"#,
            "/paths//api/card/{id}/put: the parameter new is required"
        ),
        (
            #"body("/api/collection/", "post")["additionalProperties"] = False"#,
            "/paths//api/collection//post/requestBody/content/application/json/schema: the contract leaves out additionalProperties"
        ),
        (
            #"body("/api/collection/", "post")["properties"]["name"]["minLength"] = 2"#,
            "/paths//api/collection//post/requestBody/content/application/json/schema/properties/name/minLength: the document has 2"
        ),
        (
            #"body("/api/collection/", "post")["properties"]["description"]["oneOf"].pop()"#,
            "/paths//api/collection//post/requestBody/content/application/json/schema/properties/description/oneOf: the document has 1 of them"
        ),
    ])
    func whatChangedIsTold(_ change: String, _ expected: String) throws { #expect(try said(of: change) == expected + "\n") }

    /// What `compare.py` prints of the contract changed by some Python.
    private func said(of change: String) throws -> String {
        let command = try Command()
        defer { command.remove() }
        try command.write(
            """
            import json, sys
            d = json.load(open(sys.argv[1]))
            def of(path, method): return d["paths"][path][method]
            def body(path, method): return of(path, method)["requestBody"]["content"]["application/json"]["schema"]
            \(change)
            json.dump(d, open(sys.argv[2], "w"))
            """, to: "change.py")
        try shell(
            #"cd "$1" && "$0" change.py "$2/contract.json" api.json && { "$0" "$2/compare.py" api.json >said || true; }"#,
            MetabaseTrial.python ?? "python3", command.folder, Self.folder)
        return command.read("said") ?? ""
    }
}
