import ImpactRuntime
import ImpactTestSupport
import Testing

/// Figures of metrics against ones counted by hand.
@Suite struct MetricTests {
    private let bench: MetricBench
    private var databases: ScratchDatabases { bench.databases }

    init() throws { bench = try MetricBench() }

    private func publish(_ metrics: String, asOf: String = "2024-06-15") throws -> RunTotals? { try bench.publish(metrics, asOf: asOf) }
    private func rows(_ sql: String) throws -> [String] { try bench.rows(sql) }

    private static let byMonth = """
        /// Créations.
        @metric(from: societes.self)
        struct creations {
            /// Mois.
            @by(.month) let mois = cree_le
            /// Taille.
            @by let taille
            /// Créées.
            let creees = count
            /// Cumul.
            let cumul = creees.cumulated()
            /// De l'année.
            let annee = creees.cumulated(since: .year)
            /// Avant.
            let avant = creees.previous
            /// An passé.
            let an_passe = creees.yearBefore
            /// Part avec rapport.
            let part = ratio(count(where: rapports.contains(where: montant != nil)), over: creees)
        }
        """

    /// 31 March 22:30 UTC is 1 April in Paris in summer; 31 January 22:30 UTC is still January in winter.
    @Test func monthsAreThoseOfTheTimeZoneAndNoneIsLeftOut() throws {
        try execute(
            databases.primary,
            """
            INSERT INTO societe VALUES (1, '2023-01-31 22:30Z', 'PME'), (2, '2024-01-31 22:30Z', 'PME'), (3, '2024-03-31 22:30Z', NULL), (4, '2024-03-31 21:30Z', 'PME');
            INSERT INTO rapport VALUES (1, 2, 2023, 5, NULL), (2, 3, 2023, NULL, NULL)
            """)
        _ = try publish(Self.byMonth)
        let found = try rows(
            "SELECT to_char(mois, 'YYYY-MM'), taille, creees, cumul, annee, avant, an_passe, part FROM impact.creations ORDER BY taille, mois"
        )
        #expect(found.count == 36, "18 months from January 2023 to June 2024, of two sizes")
        #expect(found[0] == "2023-01 PME 1 1 1 ∅ ∅ 0.0000")
        #expect(found[1] == "2023-02 PME 0 1 1 1 ∅ ∅")
        #expect(found[12] == "2024-01 PME 1 2 1 0 1 1.0000")
        #expect(found[14] == "2024-03 PME 1 3 2 0 0 0.0000")
        #expect(found[17] == "2024-06 PME 0 3 2 0 0 ∅")
        #expect(found[33] == "2024-04 ∅ 1 1 1 0 0 0.0000")
    }

    @Test func onlyWhatChangedIsWritten() throws {
        try execute(databases.primary, "INSERT INTO societe VALUES (1, '2024-05-01', 'PME'), (2, '2024-06-01', NULL)")
        _ = try publish(Self.byMonth)
        let before = try rows("SELECT xmin, mois, taille FROM impact.creations ORDER BY 2, 3")
        #expect(before.count == 4)
        let second = try #require(try publish(Self.byMonth))
        #expect(second.rowsWritten == 0 && second.rowsDeleted == 0)
        #expect(try rows("SELECT xmin, mois, taille FROM impact.creations ORDER BY 2, 3") == before)
        try execute(databases.primary, "INSERT INTO societe VALUES (3, '2024-06-02', NULL)")
        let third = try #require(try publish(Self.byMonth))
        // The row of the company, and the one cell it is in.
        #expect(third.rowsWritten == 2 && third.rowsDeleted == 1)
    }

    @Test func daysWeeksQuartersAndYearsAreTheCalendars() throws {
        try execute(
            databases.primary,
            "INSERT INTO societe VALUES (1, '2023-02-28 12:00Z', NULL), (2, '2024-02-28 12:00Z', NULL), (3, '2024-02-29 12:00Z', NULL), (4, '2024-12-30 12:00Z', NULL)"
        )
        func metric(_ unit: String) -> String {
            """
            /// Créations.
            @metric(from: societes.self)
            struct par_\(unit) {
                /// Période.
                @by(.\(unit)) let periode = cree_le
                /// Créées.
                let creees = count
                /// An passé.
                let an_passe = creees.yearBefore
            }

            """
        }
        _ = try publish(["day", "week", "quarter", "year"].map(metric).joined(), asOf: "2025-01-02")
        let days = try rows(
            "SELECT periode, creees, an_passe FROM impact.par_day WHERE periode IN ('2024-02-28', '2024-02-29', '2025-02-28') ORDER BY 1")
        #expect(days == ["2024-02-28 1 1", "2024-02-29 1 1"], "29 February has 28 February before it")
        #expect(try rows("SELECT count(*) FROM impact.par_day") == ["675"])
        // 30 December 2024 is in the first ISO week of 2025; 52 weeks before is 1 January 2024.
        #expect(try rows("SELECT periode, creees, an_passe FROM impact.par_week ORDER BY 1 DESC LIMIT 1") == ["2024-12-30 1 0"])
        #expect(try rows("SELECT periode, an_passe FROM impact.par_week WHERE periode = '2024-02-26'") == ["2024-02-26 1"])
        #expect(
            try rows("SELECT periode, creees FROM impact.par_quarter WHERE creees > 0 ORDER BY 1") == [
                "2023-01-01 1", "2024-01-01 2", "2024-10-01 1",
            ])
        #expect(
            try rows("SELECT periode, creees, an_passe FROM impact.par_year ORDER BY 1") == [
                "2023-01-01 1 ∅", "2024-01-01 3 1", "2025-01-01 0 3",
            ])
    }

    @Test func relatedRowsAreAggregatedBeforeTheyAreJoined() throws {
        try execute(
            databases.primary,
            """
            INSERT INTO societe VALUES (1, '2024-01-01', 'PME'), (2, '2024-01-01', 'PME'), (3, '2024-06-01', 'ETI');
            INSERT INTO rapport VALUES (1, 1, 2023, 5, '2024-02-01'), (2, 1, 2024, 7, '2024-03-01'), (3, 2, 2024, NULL, '2024-06-30'), (4, 3, 2024, 1, '2024-06-02')
            """)
        _ = try publish(
            """
            /// Par taille de société.
            @metric(from: rapports.self)
            struct par_taille {
                /// Taille.
                @by let taille = societe_id.taille
                /// Rapports.
                let nombre = count
                /// Sociétés.
                let societes = count(distinct: societe_id)
                /// Total.
                let total = sum(montant)
                /// Moyenne.
                let moyenne = average(montant)
                /// Grands.
                let grands = sum(montant, where: montant > 5)
            }

            /// Sociétés.
            @metric(from: societes.self)
            struct suivi {
                /// Sociétés.
                let nombre = count
                /// Rapports.
                let depots = sum(rapports.count)
                /// Premier rapport en 60 jours.
                let conversion = conversion(from: cree_le, to: rapports.min(depose_le), within: 60)
            }
            """)
        #expect(
            try rows("SELECT taille, nombre, societes, total, moyenne::float, grands FROM impact.par_taille ORDER BY 1") == [
                "ETI 1 1 1 1 0", "PME 3 2 12 6 7",
            ])
        // The third was created fourteen days ago, too lately to tell; the second's report came too late.
        #expect(
            try rows("SELECT nombre, depots, conversion, conversion_numerateur, conversion_denominateur FROM impact.suivi") == [
                "3 4 0.5000 1 2"
            ])
    }

    private static let history = """
        /// Chaque jour.
        @metric(from: societes.self, history: .daily)
        struct jour {
            /// Sociétés.
            let nombre = count
        }

        /// Chaque mois, par taille.
        @metric(from: societes.self, history: .monthly)
        struct mensuel {
            /// Taille.
            @by let taille
            /// Sociétés.
            let nombre = count
        }

        /// Fin de mois.
        @metric(from: jour.self)
        struct fin_de_mois {
            /// Mois.
            @by(.month) let mois = date
            /// Sociétés.
            let nombre = last(nombre)
            /// De plus.
            let de_plus = last(nombre) - last(nombre).previous
        }

        """

    @Test func aHistoryKeepsItsPastAndIsWrittenAgainWithinItsPeriod() throws {
        try execute(databases.primary, "INSERT INTO societe VALUES (1, '2024-01-01', 'PME'), (2, '2024-01-01', NULL)")
        _ = try publish(Self.history, asOf: "2024-04-10")
        try execute(databases.primary, "DELETE FROM societe WHERE id = 2; INSERT INTO societe VALUES (3, '2024-01-01', 'ETI')")
        _ = try publish(Self.history, asOf: "2024-04-20")
        try execute(databases.primary, "INSERT INTO societe VALUES (4, '2024-01-01', 'ETI')")
        _ = try publish(Self.history, asOf: "2024-05-02")
        #expect(try rows("SELECT date, nombre FROM impact.jour ORDER BY 1") == ["2024-04-10 2", "2024-04-20 2", "2024-05-02 3"])
        #expect(
            try rows("SELECT date, taille, nombre FROM impact.mensuel ORDER BY 1, 2")
                == ["2024-04-01 ETI 1", "2024-04-01 PME 1", "2024-05-01 ETI 2", "2024-05-01 PME 1"])
        #expect(try rows("SELECT mois, nombre, de_plus FROM impact.fin_de_mois ORDER BY 1") == ["2024-04-01 2 ∅", "2024-05-01 3 1"])
        let again = try #require(try publish(Self.history, asOf: "2024-05-02"))
        #expect(again.rowsWritten == 0 && again.rowsDeleted == 0)
    }

    @Test func aMeasureAddedLaterFindsThePastAndAViewIsMadeAnew() throws {
        try execute(databases.primary, "INSERT INTO societe VALUES (1, '2024-01-01', 'PME')")
        _ = try publish(Self.history, asOf: "2024-04-10")
        let more = Self.history.replacing(
            "    let nombre = count\n}", with: "    let nombre = count\n    /// PME.\n    let pme = count(where: taille == \"PME\")\n}"
        )
        .replacing("    let nombre = last(nombre)\n", with: "    let nombre = last(nombre)\n    /// PME.\n    let pme = last(pme)\n")
        _ = try publish(more, asOf: "2024-04-11")
        #expect(try rows("SELECT date, nombre, pme FROM impact.jour ORDER BY 1") == ["2024-04-10 1 ∅", "2024-04-11 1 1"])
        #expect(try rows("SELECT mois, nombre, pme FROM impact.fin_de_mois") == ["2024-04-01 1 1"])
    }

    @Test func aHistoryIsNotReplacedByWhatIsComputedAnew() throws {
        try execute(databases.primary, "INSERT INTO societe VALUES (1, '2024-01-01', 'PME')")
        _ = try publish(Self.history)
        let anew = Self.history.replacing("@metric(from: societes.self, history: .monthly)", with: "@metric(from: societes.self)")
        let error = try #require(throws: RunError.self) { _ = try publish(anew) }
        #expect(error.exitCode == 65)
        #expect(try rows("SELECT nombre FROM impact.mensuel") == ["1"])
    }
}
