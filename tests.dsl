// Les règles du service, une à une : ce qui est donné à la production, et ce qui doit en être publié.
//
// Écrits d'après les règles et non d'après models.dsl. `impactc test` les exécute ; `impactc build` ne les lit pas.

// MARK: - Le périmètre

@test("périmètre : sans utilisateur, aucune ligne réglementaire", today: "2026-06-15")
func hors_perimetre_sans_utilisateur() {
    given(Entreprise(id: 1), Caracteristiques(entreprise: 1, annee: 2025, effectif: "300-499", effectif_outre_mer: "0-249"))
    expect(entreprise(impact_id: 1, nombre_utilisateurs: 0))
    expect(none: bdese.self)
    expect(none: indexegapro.self)
    expect(none: bges.self)
}

@test("périmètre : sans caractéristiques, aucune ligne réglementaire", today: "2026-06-15")
func hors_perimetre_sans_caracteristiques() {
    given(Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), RapportVSME(entreprise: 1, annee: 2025))
    expect(none: bdese.self)
    expect(none: csrd.self)
    expect(none: vsme.self)
}

@test("périmètre : l'entreprise fictive 000000001 est publiée comme les autres", today: "2026-06-15")
func entreprise_fictive() {
    given(Entreprise(id: 1, siren: "000000001", denomination: "SAS"))
    expect(entreprise(siren: "000000001", denomination: "SAS"))
}

// MARK: - 1. Entreprise

@test("entreprise : une entreprise jamais qualifiée n'a ni effectif ni tranche", today: "2026-06-15")
func jamais_qualifiee() {
    given(Entreprise(id: 1, siren: "000000001", denomination: "SAS", updated_at: "2026-01-02 03:04:05"))
    expect(entreprise(
        impact_id: 1, effectif: nil, tranche_bilan: nil, bdese_accord: nil, date_cloture_exercice: nil,
        modifiee_le: "2026-01-02 03:04:05", categorie_juridique: nil, pays: "France"))
}

@test("entreprise : les dernières caractéristiques sont celles de la plus grande année", today: "2026-06-15")
func dernieres_caracteristiques() {
    given(
        Entreprise(id: 1),
        Caracteristiques(entreprise: 1, annee: 2024, effectif: "10-49"),
        Caracteristiques(entreprise: 1, annee: 2026, effectif: "50-249", tranche_bilan: "100M+"),
        Caracteristiques(entreprise: 1, annee: 2025, effectif: "0-9", tranche_bilan: "0-450k"))
    expect(entreprise(impact_id: 1, effectif: "50-249", tranche_bilan: "100M+"))
}

@test("entreprise : la date de clôture vient des caractéristiques et non de l'entreprise", today: "2026-06-15")
func date_de_cloture() {
    given(
        Entreprise(id: 1, date_cloture_exercice: "2020-06-30"),
        Caracteristiques(entreprise: 1, annee: 2025, date_cloture_exercice: "2025-12-31"))
    expect(entreprise(impact_id: 1, date_cloture_exercice: "2025-12-31"))
}

@test("entreprise : modifiée au plus tard de ses deux dates", today: "2026-06-15")
func derniere_modification() {
    given(
        Entreprise(id: 1, updated_at: "2026-01-01"), Entreprise(id: 2, updated_at: "2026-04-01"),
        Caracteristiques(entreprise: 1, annee: 2025, updated_at: "2026-03-01"),
        Caracteristiques(entreprise: 2, annee: 2025, updated_at: "2026-03-01"))
    expect(entreprise(impact_id: 1, modifiee_le: "2026-03-01"), entreprise(impact_id: 2, modifiee_le: "2026-04-01"))
}

@test("entreprise : catégories juridiques", today: "2026-06-15")
func categories_juridiques() {
    given(
        Entreprise(id: 1, categorie_juridique_sirene: nil), Entreprise(id: 2, categorie_juridique_sirene: 0),
        Entreprise(id: 3, categorie_juridique_sirene: 5308), Entreprise(id: 4, categorie_juridique_sirene: 5543),
        Entreprise(id: 5, categorie_juridique_sirene: 5546), Entreprise(id: 6, categorie_juridique_sirene: 5785),
        Entreprise(id: 7, categorie_juridique_sirene: 5800), Entreprise(id: 8, categorie_juridique_sirene: 6318),
        Entreprise(id: 9, categorie_juridique_sirene: 6411), Entreprise(id: 10, categorie_juridique_sirene: 8210),
        Entreprise(id: 11, categorie_juridique_sirene: 8510), Entreprise(id: 12, categorie_juridique_sirene: 5499),
        Entreprise(id: 13, categorie_juridique_sirene: 5643))
    expect(
        entreprise(impact_id: 1, categorie_juridique: nil), entreprise(impact_id: 2, categorie_juridique: nil),
        entreprise(impact_id: 3, categorie_juridique: "SOCIETE_COMMANDITE_PAR_ACTIONS"),
        entreprise(impact_id: 4, categorie_juridique: "SOCIETE_COOPERATIVE_DE_PRODUCTION"),
        entreprise(impact_id: 5, categorie_juridique: "SOCIETE_ANONYME"),
        entreprise(impact_id: 6, categorie_juridique: "SOCIETE_PAR_ACTIONS_SIMPLIFIEES"),
        entreprise(impact_id: 7, categorie_juridique: "SOCIETE_EUROPEENNE"),
        entreprise(impact_id: 8, categorie_juridique: "SOCIETE_COOPERATIVE_AGRICOLE"),
        entreprise(impact_id: 9, categorie_juridique: "SOCIETE_ASSURANCE_MUTUELLE"),
        entreprise(impact_id: 10, categorie_juridique: "MUTUELLE"),
        entreprise(impact_id: 11, categorie_juridique: "INSTITUTION_PREVOYANCE"),
        entreprise(impact_id: 12, categorie_juridique: "AUTRE"),
        entreprise(impact_id: 13, categorie_juridique: "SOCIETE_COOPERATIVE_DE_PRODUCTION"))
}

@test("entreprise : pays inconnu, France par défaut", today: "2026-06-15")
func pays() {
    given(
        Entreprise(id: 1, code_pays_etranger_sirene: nil), Entreprise(id: 2, code_pays_etranger_sirene: 0),
        Entreprise(id: 3, code_pays_etranger_sirene: 1))
    expect(entreprise(impact_id: 1, pays: "France"), entreprise(impact_id: 2, pays: "France"), entreprise(impact_id: 3, pays: nil))
}

@test("entreprise : un utilisateur compte par rattachement", today: "2026-06-15")
func nombre_utilisateurs() {
    given(Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Habilitation(entreprise: 1, user: 8), Habilitation(entreprise: 2, user: 7))
    expect(entreprise(impact_id: 1, nombre_utilisateurs: 2))
}

@test("retenu : SIREN, dénomination et code postal d'un entrepreneur individuel", today: "2026-06-15")
func entrepreneur_individuel() {
    given(
        Entreprise(id: 1, siren: "111111111", denomination: "Zoé Lefèvre", code_postal: "75011", categorie_juridique_sirene: 1000),
        Entreprise(id: 2, siren: "222222222", denomination: "A", code_postal: "69001", categorie_juridique_sirene: 1999),
        Entreprise(id: 3, siren: "333333333", denomination: "B", code_postal: "13001", categorie_juridique_sirene: 2110))
    expect(
        entreprise(impact_id: 1, siren: nil, denomination: nil, code_postal: nil),
        entreprise(impact_id: 2, siren: nil, denomination: nil, code_postal: nil),
        entreprise(impact_id: 3, siren: "333333333", denomination: "B", code_postal: "13001"))
}

// MARK: - 2. Utilisateur

@test("utilisateur : un pseudonyme, et des mois à l'heure de Paris", today: "2026-06-15")
func utilisateur_mois() {
    given(
        Utilisateur(id: 7, email: "zoe@example.org", created_at: "2026-03-31 21:30", updated_at: "2026-03-31 22:30", last_login: "2026-05-20"),
        Utilisateur(id: 8, created_at: "2026-03-31 22:30", updated_at: "2026-03-31 21:30", last_login: "2025-12-31 23:00"))
    expect(
        utilisateur(impact_id: pseudonym(Utilisateur.id, 7), ajoute_le: "2026-03-01", modifie_le: "2026-04-01", connecte_le: "2026-05-01"),
        utilisateur(impact_id: pseudonym(Utilisateur.id, 8), ajoute_le: "2026-04-01", modifie_le: "2026-03-01", connecte_le: "2026-01-01"))
}

@test("utilisateur : jamais connecté, conseiller pas encore choisi", today: "2026-06-15")
func utilisateur_jamais_connecte() {
    given(Utilisateur(id: 7, is_email_confirmed: true, reception_actualites: true))
    expect(utilisateur(connecte_le: nil, conseiller_rse: nil, email_confirme: true, reception_actualites: true, nombre_entreprises: 0))
}

@test("utilisateur : inactifs, équipe et adresses non confirmées sont publiés", today: "2026-06-15")
func utilisateur_sans_filtre() {
    given(Utilisateur(id: 1, is_active: false), Utilisateur(id: 2, is_staff: true), Utilisateur(id: 3, is_email_confirmed: false))
    expect(utilisateur.self, count: 3)
}

@test("utilisateur : nombre d'entreprises", today: "2026-06-15")
func utilisateur_entreprises() {
    given(Utilisateur(id: 7), Habilitation(entreprise: 1, user: 7), Habilitation(entreprise: 2, user: 7))
    expect(utilisateur(impact_id: pseudonym(Utilisateur.id, 7), nombre_entreprises: 2))
}

// MARK: - 3 et 4. Invitations et rattachements

@test("invitation : des jours à l'heure de Paris, un invitant pseudonyme ou absent", today: "2026-06-15")
func invitations() {
    given(
        Entreprise(id: 1), Utilisateur(id: 7),
        Invitation(id: 3, entreprise: 1, inviteur: 7, role: "editeur", email: "x@example.org", created_at: "2026-03-31 22:30", date_acceptation: "2026-04-02"),
        Invitation(id: 4, entreprise: 1, inviteur: nil, role: "lecteur"))
    expect(
        invitation(
            impact_id: pseudonym(Invitation.id, 3), ajoutee_le: "2026-04-01", role: "editeur", date_acceptation: "2026-04-02",
            entreprise_id: 1, inviteur_id: pseudonym(Utilisateur.id, 7)),
        invitation(impact_id: pseudonym(Invitation.id, 4), role: "lecteur", inviteur_id: nil, date_acceptation: nil))
}

@test("habilitation : les pseudonymes se joignent d'une table à l'autre", today: "2026-06-15")
func habilitations() {
    given(
        Entreprise(id: 1), Utilisateur(id: 7), Invitation(id: 3, entreprise: 1),
        Habilitation(id: 5, entreprise: 1, user: 7, invitation: 3, fonctions: "Directrice", created_at: "2026-03-31 22:30"))
    expect(habilitation(
        impact_id: pseudonym(Habilitation.id, 5), entreprise_id: 1, utilisateur_id: pseudonym(Utilisateur.id, 7),
        invitation_id: pseudonym(Invitation.id, 3), ajoutee_le: "2026-04-01"))
}

// MARK: - 5. BDESE

@test("bdese : aucune ligne sans effectif", today: "2026-06-15")
func bdese_non_qualifiee() {
    given(Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025, effectif: nil))
    expect(none: bdese.self)
}

@test("bdese : non soumise en dessous de 50 salariés", today: "2026-06-15")
func bdese_non_soumise() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025, effectif: "0-9"),
        Entreprise(id: 2), Habilitation(entreprise: 2, user: 7), Caracteristiques(entreprise: 2, annee: 2025, effectif: "10-49"),
        BDESE50a300(entreprise: 2, annee: 2025))
    expect(bdese(entreprise_id: 1, est_soumise: false, statut: nil), bdese(entreprise_id: 2, est_soumise: false, statut: nil))
}

@test("bdese : un effectif vide est soumis, et relève des plus de 300", today: "2026-06-15")
func bdese_effectif_vide() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025, effectif: ""),
        BDESE300(entreprise: 1, annee: 2025, completion_steps: #"{"a": true}"#))
    expect(bdese(entreprise_id: 1, est_soumise: true, statut: "A JOUR"))
}

@test("bdese : à actualiser sans document de l'an dernier", today: "2026-06-15")
func bdese_a_actualiser() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025, effectif: "50-249"),
        BDESE50a300(entreprise: 1, annee: 2024), BDESE50a300(entreprise: 1, annee: 2026))
    expect(bdese(entreprise_id: 1, est_soumise: true, statut: "A ACTUALISER"))
}

@test("bdese : en cours tant qu'une étape reste à faire", today: "2026-06-15")
func bdese_en_cours() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025, effectif: "250-299"),
        BDESE50a300(entreprise: 1, annee: 2025, completion_steps: #"{"1": true, "2": false}"#))
    expect(bdese(entreprise_id: 1, statut: "EN COURS"))
}

@test("bdese : sans aucune étape, le document est complet", today: "2026-06-15")
func bdese_etapes_vides() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025, effectif: "300-499"),
        BDESE300(entreprise: 1, annee: 2025, completion_steps: "{}"))
    expect(bdese(entreprise_id: 1, statut: "A JOUR"))
}

@test("bdese : avec un accord, jamais en cours", today: "2026-06-15")
func bdese_avec_accord() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7),
        Caracteristiques(entreprise: 1, annee: 2025, effectif: "50-249", bdese_accord: true),
        BDESEAvecAccord(entreprise: 1, annee: 2025, is_complete: true),
        Entreprise(id: 2), Habilitation(entreprise: 2, user: 7),
        Caracteristiques(entreprise: 2, annee: 2025, effectif: "50-249", bdese_accord: true),
        BDESEAvecAccord(entreprise: 2, annee: 2025, is_complete: false), BDESE50a300(entreprise: 2, annee: 2025))
    expect(bdese(entreprise_id: 1, statut: "A JOUR"), bdese(entreprise_id: 2, statut: "A ACTUALISER"))
}

@test("bdese : un document personnel ne compte pas", today: "2026-06-15")
func bdese_personnelle() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025, effectif: "50-249"),
        BDESE50a300(entreprise: 1, annee: 2025, proprietaire: 7))
    expect(bdese(entreprise_id: 1, statut: "A ACTUALISER"))
}

@test("bdese : un document d'un autre modèle est ignoré", today: "2026-06-15")
func bdese_autre_modele() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025, effectif: "50-249"),
        BDESE300(entreprise: 1, annee: 2025))
    expect(bdese(entreprise_id: 1, statut: "A ACTUALISER"))
}

@test("bdese : l'an dernier est celui d'aujourd'hui, jusqu'au 31 décembre", today: "2026-12-31")
func bdese_veille_du_nouvel_an() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025, effectif: "50-249"),
        BDESE50a300(entreprise: 1, annee: 2025))
    expect(bdese(entreprise_id: 1, statut: "A JOUR"))
}

@test("bdese : le 1er janvier, le document de l'an dernier manque", today: "2027-01-01")
func bdese_nouvel_an() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025, effectif: "50-249"),
        BDESE50a300(entreprise: 1, annee: 2025))
    expect(bdese(entreprise_id: 1, statut: "A ACTUALISER"))
}

@test("réglementations : toutes regardent les dernières caractéristiques", today: "2026-06-15")
func reglementations_dernieres_caracteristiques() {
    given(
        Entreprise(id: 1, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2024, effectif: "0-9", effectif_outre_mer: "0-249", date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "0-9", tranche_bilan: "0-450k",
            tranche_chiffre_affaires: "0-900k"),
        Caracteristiques(
            entreprise: 1, annee: 2025, effectif: "10000+", effectif_outre_mer: "0-249", date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "500+", tranche_bilan: "100M+",
            tranche_chiffre_affaires: "100M+"))
    expect(bdese(entreprise_id: 1, est_soumise: true))
    expect(indexegapro(entreprise_id: 1, est_soumise: true))
    expect(bges(entreprise_id: 1, est_soumise: true))
    expect(csrd(entreprise_id: 1, est_soumise: true))
}

// MARK: - 6. Index Egapro

@test("indexegapro : à jour si la déclaration de l'an dernier est publiée", today: "2026-06-15")
func indexegapro_publie() {
    given(
        Entreprise(id: 1, siren: "111111111"), Habilitation(entreprise: 1, user: 7),
        Caracteristiques(entreprise: 1, annee: 2025, effectif: "50-249"),
        IndexEgaPro(entreprise: "111111111", annee: "2025", reponse_api: #"{"déclaration": {}}"#))
    expect(indexegapro(entreprise_id: 1, est_soumise: true, statut: "A JOUR"))
}

@test("indexegapro : une réponse sans déclaration, ou d'une autre année, ne suffit pas", today: "2026-06-15")
func indexegapro_sans_declaration() {
    given(
        Entreprise(id: 1, siren: "111111111"), Habilitation(entreprise: 1, user: 7),
        Caracteristiques(entreprise: 1, annee: 2025, effectif: "50-249"),
        IndexEgaPro(entreprise: "111111111", annee: "2025", reponse_api: #"{"autre": {"déclaration": 1}}"#),
        IndexEgaPro(entreprise: "111111111", annee: "2024", reponse_api: #"{"déclaration": {}}"#))
    expect(indexegapro(entreprise_id: 1, statut: "A ACTUALISER"))
}

@test("indexegapro : non soumise en dessous de 50 salariés", today: "2026-06-15")
func indexegapro_non_soumise() {
    given(Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025, effectif: "10-49"))
    expect(indexegapro(entreprise_id: 1, est_soumise: false, statut: nil))
}

// MARK: - 7. Bilan des émissions

@test("bges : aucune ligne sans effectif outre-mer", today: "2026-06-15")
func bges_non_qualifiee() {
    given(Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025, effectif: "500-4999"))
    expect(none: bges.self)
}

@test("bges : soumise à partir de 500 salariés, ou de 250 outre-mer", today: "2026-06-15")
func bges_soumise() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7),
        Caracteristiques(entreprise: 1, annee: 2025, effectif: "500-4999", effectif_outre_mer: "0-249"),
        Entreprise(id: 2), Habilitation(entreprise: 2, user: 7),
        Caracteristiques(entreprise: 2, annee: 2025, effectif: "250-299", effectif_outre_mer: "250+"),
        Entreprise(id: 3), Habilitation(entreprise: 3, user: 7),
        Caracteristiques(entreprise: 3, annee: 2025, effectif: "300-499", effectif_outre_mer: "0-249"))
    expect(
        bges(entreprise_id: 1, est_soumise: true, statut: "A ACTUALISER"), bges(entreprise_id: 2, est_soumise: true),
        bges(entreprise_id: 3, est_soumise: false, statut: nil))
}

@test("bges : à jour quand l'année de publication a moins de quatre ans", today: "2026-06-15")
func bges_a_jour() {
    given(
        Entreprise(id: 1, siren: "111111111"), Habilitation(entreprise: 1, user: 7),
        Caracteristiques(entreprise: 1, annee: 2025, effectif: "10000+", effectif_outre_mer: "0-249"),
        BilanGES(entreprise: "111111111", dt_publication: "2019-05-01"), BilanGES(entreprise: "111111111", dt_publication: "2023-01-01"),
        Entreprise(id: 2, siren: "222222222"), Habilitation(entreprise: 2, user: 7),
        Caracteristiques(entreprise: 2, annee: 2025, effectif: "10000+", effectif_outre_mer: "0-249"),
        BilanGES(entreprise: "222222222", dt_publication: "2022-12-31"))
    expect(bges(entreprise_id: 1, statut: "A JOUR"), bges(entreprise_id: 2, statut: "A ACTUALISER"))
}

// MARK: - 8. CSRD

@test("csrd : aucune ligne tant qu'il manque un élément de qualification", today: "2026-06-15")
func csrd_non_qualifiee() {
    given(
        Entreprise(id: 1, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: nil),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "500+", tranche_bilan: "100M+",
            tranche_chiffre_affaires: "100M+"))
    expect(none: csrd.self)
}

@test("csrd : sans date de clôture, sans cotation ou sans comptes connus, aucune ligne", today: "2026-06-15")
func csrd_elements_manquants() {
    given(
        Entreprise(id: 1, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2025, effectif_securite_sociale: "500+", tranche_bilan: "100M+", tranche_chiffre_affaires: "100M+"),
        Entreprise(id: 2, categorie_juridique_sirene: 5710, est_cotee: nil, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 2, user: 7),
        Caracteristiques(
            entreprise: 2, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "500+", tranche_bilan: "100M+",
            tranche_chiffre_affaires: "100M+"),
        Entreprise(
            id: 3, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: true,
            comptes_consolides: nil),
        Habilitation(entreprise: 3, user: 7),
        Caracteristiques(
            entreprise: 3, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "500+", tranche_bilan: "100M+",
            tranche_chiffre_affaires: "100M+"),
        Entreprise(
            id: 4, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: true,
            comptes_consolides: false),
        Habilitation(entreprise: 4, user: 7),
        Caracteristiques(
            entreprise: 4, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "500+", tranche_bilan: "100M+",
            tranche_chiffre_affaires: "100M+"))
    expect(csrd.self, count: 1)
    expect(csrd(entreprise_id: 4))
}

@test("csrd : dans un groupe aux comptes consolidés, ses tailles doivent être connues", today: "2026-06-15")
func csrd_groupe_inconnu() {
    given(
        Entreprise(
            id: 1, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: true,
            comptes_consolides: true),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "500+", tranche_bilan: "100M+",
            tranche_chiffre_affaires: "100M+", effectif_groupe: "10000+", tranche_bilan_consolide: nil))
    expect(none: csrd.self)
}

@test("csrd : une grande entreprise franchit deux seuils sur trois", today: "2026-06-15")
func csrd_grande_entreprise() {
    given(
        Entreprise(id: 1, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "250-499",
            tranche_bilan: "25M-43M", tranche_chiffre_affaires: "900k-50M"),
        Entreprise(id: 2, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 2, user: 7),
        Caracteristiques(
            entreprise: 2, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "50-249",
            tranche_bilan: "25M-43M", tranche_chiffre_affaires: "900k-50M"))
    expect(
        csrd(entreprise_id: 1, est_soumise: true, statut: "A ACTUALISER"),
        csrd(entreprise_id: 2, est_soumise: false, statut: nil, etape_validee: nil, nb_documents_ia: 0, nb_iro_selectionnes: 0, lien_rapport: false))
}

@test("csrd : ni forme juridique ni intérêt public, jamais soumise", today: "2026-06-15")
func csrd_forme_juridique() {
    given(
        Entreprise(id: 1, categorie_juridique_sirene: 9220, est_cotee: true, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "500+", tranche_bilan: "100M+",
            tranche_chiffre_affaires: "100M+"),
        Entreprise(id: 2, categorie_juridique_sirene: nil, est_cotee: false, est_interet_public: true, appartient_groupe: false),
        Habilitation(entreprise: 2, user: 7),
        Caracteristiques(
            entreprise: 2, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "500+", tranche_bilan: "100M+",
            tranche_chiffre_affaires: "100M+"))
    expect(csrd(entreprise_id: 1, est_soumise: false), csrd(entreprise_id: 2, est_soumise: true))
}

@test("csrd : une PME cotée est soumise, une micro-entreprise cotée ne l'est pas", today: "2026-06-15")
func csrd_cotee() {
    given(
        Entreprise(id: 1, categorie_juridique_sirene: 5599, est_cotee: true, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "0-9",
            tranche_bilan: "450k-25M", tranche_chiffre_affaires: "900k-50M"),
        Entreprise(id: 2, categorie_juridique_sirene: 5599, est_cotee: true, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 2, user: 7),
        Caracteristiques(
            entreprise: 2, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "0-9",
            tranche_bilan: "0-450k", tranche_chiffre_affaires: "900k-50M"))
    expect(csrd(entreprise_id: 1, est_soumise: true), csrd(entreprise_id: 2, est_soumise: false))
}

@test("csrd : la société mère d'un grand groupe est soumise, une petite filiale ne l'est pas", today: "2026-06-15")
func csrd_grand_groupe() {
    given(
        Entreprise(
            id: 1, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: true,
            comptes_consolides: true, est_societe_mere: true),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "0-9", tranche_bilan: "0-450k",
            tranche_chiffre_affaires: "0-900k", effectif_groupe: "250-499", tranche_bilan_consolide: "30M-43M",
            tranche_chiffre_affaires_consolide: "0-60M"),
        Entreprise(
            id: 2, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: true,
            comptes_consolides: true, est_societe_mere: nil),
        Habilitation(entreprise: 2, user: 7),
        Caracteristiques(
            entreprise: 2, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "0-9", tranche_bilan: "0-450k",
            tranche_chiffre_affaires: "0-900k", effectif_groupe: "250-499", tranche_bilan_consolide: "30M-43M",
            tranche_chiffre_affaires_consolide: "0-60M"))
    expect(csrd(entreprise_id: 1, est_soumise: true), csrd(entreprise_id: 2, est_soumise: false))
}

@test("csrd : dans un grand groupe, une filiale cotée est soumise si elle n'est pas micro", today: "2026-06-15")
func csrd_filiale_cotee() {
    given(
        Entreprise(
            id: 1, categorie_juridique_sirene: 8299, est_cotee: true, est_interet_public: false, appartient_groupe: true,
            comptes_consolides: true, est_societe_mere: false),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "50-249",
            tranche_bilan: "450k-25M", tranche_chiffre_affaires: "0-900k", effectif_groupe: "10000+", tranche_bilan_consolide: "100M+",
            tranche_chiffre_affaires_consolide: "100M+"))
    expect(csrd(entreprise_id: 1, est_soumise: true))
}

@test("csrd : hors de l'EEE, un chiffre d'affaires de 100 M€ suffit ; le code 0 n'est pas dans l'EEE", today: "2026-06-15")
func csrd_hors_EEE() {
    given(
        Entreprise(
            id: 1, categorie_juridique_sirene: 3120, est_cotee: false, est_interet_public: false, appartient_groupe: false,
            code_pays_etranger_sirene: 0),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "0-9", tranche_bilan: "0-450k",
            tranche_chiffre_affaires: "100M+"),
        Entreprise(id: 2, categorie_juridique_sirene: 3120, est_cotee: false, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 2, user: 7),
        Caracteristiques(
            entreprise: 2, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "0-9", tranche_bilan: "0-450k",
            tranche_chiffre_affaires: "100M+"))
    expect(csrd(entreprise_id: 1, est_soumise: true), csrd(entreprise_id: 2, est_soumise: false))
}

@test("csrd : le statut regarde le rapport officiel de l'année, les détails le plus récent", today: "2026-06-15")
func csrd_rapports() {
    given(
        Entreprise(id: 1, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "500+", tranche_bilan: "100M+",
            tranche_chiffre_affaires: "100M+"),
        RapportCSRD(id: 1, entreprise: 1, annee: 2026, lien_rapport: "https://example.org", bloque: true, etape_validee: "introduction"),
        RapportCSRD(id: 2, entreprise: 1, annee: 2027, proprietaire: 7, etape_validee: "analyse-ecart"),
        Enjeu(rapport_csrd: 2, materiel: true), Enjeu(rapport_csrd: 2, materiel: false), Enjeu(rapport_csrd: 2, materiel: nil),
        AnalyseIA(id: 1), AnalyseRapportCSRD(rapportcsrd: 2, analyseia: 1))
    expect(csrd(
        entreprise_id: 1, statut: "A JOUR", etape_validee: "analyse-ecart", nb_documents_ia: 1, nb_iro_selectionnes: 2, lien_rapport: false))
}

@test("csrd : un rapport personnel ne fait pas le statut", today: "2026-06-15")
func csrd_rapport_personnel() {
    given(
        Entreprise(id: 1, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "500+", tranche_bilan: "100M+",
            tranche_chiffre_affaires: "100M+"),
        RapportCSRD(entreprise: 1, annee: 2026, proprietaire: 7, lien_rapport: "https://example.org", bloque: true))
    expect(csrd(entreprise_id: 1, statut: "A ACTUALISER", lien_rapport: true))
}

@test("csrd : un rapport publié mais pas bloqué est en cours", today: "2026-06-15")
func csrd_en_cours() {
    given(
        Entreprise(id: 1, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "500+", tranche_bilan: "100M+",
            tranche_chiffre_affaires: "100M+"),
        RapportCSRD(entreprise: 1, annee: 2026, lien_rapport: "https://example.org", bloque: false))
    expect(csrd(entreprise_id: 1, statut: "EN COURS", lien_rapport: true))
}

// MARK: - 9. VSME

@test("vsme : un rapport sans réponse est à 0 partout, et garde sa propre date", today: "2026-06-15")
func vsme_vide() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025),
        RapportVSME(entreprise: 1, annee: 2025, created_at: "2026-01-01", updated_at: "2026-02-01"))
    expect(vsme(
        entreprise_id: 1, annee_cloture: 2025, est_soumise: true, statut: "EN COURS", cree_le: "2026-01-01", modifie_le: "2026-02-01",
        premier_indicateur_cree_le: nil, nb_indicateurs_completes: 0, choix_module: nil, progression: 0, progression_B1: 0, progression_C2: 0,
        progression_C9: 0))
}

@test("vsme : avec le module de base, les exigences C sont à 100", today: "2026-06-15")
func vsme_module_de_base() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025),
        RapportVSME(id: 1, entreprise: 1, annee: 2025),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "B1-24-a", reponse: #"{"choix_module": "base"}"#, created_at: "2026-01-02", updated_at: "2026-01-03"))
    expect(vsme(
        entreprise_id: 1, annee_cloture: 2025, choix_module: "base", nb_indicateurs_completes: 1, premier_indicateur_cree_le: "2026-01-02",
        modifie_le: "2026-01-03", progression: 2, progression_B1: 9, progression_B2: 0, progression_C1: 100, progression_C9: 100))
}

@test("vsme : sans module, le calcul est celui du module complet", today: "2026-06-15")
func vsme_sans_module() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025),
        RapportVSME(id: 1, entreprise: 1, annee: 2025),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "C9-65", reponse: nil), IndicateurSaisi(rapport_vsme: 1, schema_id: "inconnu"))
    expect(vsme(
        entreprise_id: 1, annee_cloture: 2025, choix_module: nil, nb_indicateurs_completes: 2, progression: 1, progression_C9: 100,
        progression_C2: 100, progression_C8: 0))
}

@test("vsme : retenu, un module autre que base ou complet", today: "2026-06-15")
func vsme_module_libre() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025),
        RapportVSME(id: 1, entreprise: 1, annee: 2025),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "B1-24-a", reponse: #"{"choix_module": "appelez Zoé"}"#))
    expect(vsme(entreprise_id: 1, annee_cloture: 2025, choix_module: nil))
}

@test("vsme : C5 ne s'applique pas en dessous de 50 salariés", today: "2026-06-15")
func vsme_salaries() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025),
        RapportVSME(id: 1, entreprise: 1, annee: 2025), RapportVSME(id: 2, entreprise: 1, annee: 2024),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "B1-24-e-v", reponse: #"{"nombre_salaries": "49.5"}"#),
        IndicateurSaisi(rapport_vsme: 2, schema_id: "B1-24-e-v", reponse: #"{"nombre_salaries": null}"#))
    expect(
        vsme(entreprise_id: 1, annee_cloture: 2025, progression_C5: 100), vsme(entreprise_id: 1, annee_cloture: 2024, progression_C5: 0))
}

@test("vsme : une coopérative répond aux questions B2 qui lui sont propres", today: "2026-06-15")
func vsme_cooperative() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025),
        RapportVSME(id: 1, entreprise: 1, annee: 2025),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "B1-24-e-i", reponse: #"{"coopérative": true}"#),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "B2-26", reponse: "{}"))
    expect(vsme(entreprise_id: 1, annee_cloture: 2025, progression_B2: 25))
}

@test("vsme : C4-58 suppose des aléas climatiques, C2-48 une pratique", today: "2026-06-15")
func vsme_conditions() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025),
        RapportVSME(id: 1, entreprise: 1, annee: 2025),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "C4-57", reponse: #"{"aleas_et_risques_climatiques": ["crue"]}"#),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "B2-26", reponse: #"{"declaration_durabilite": {"eau": {"pratiques": true}}}"#),
        RapportVSME(id: 2, entreprise: 1, annee: 2024),
        IndicateurSaisi(rapport_vsme: 2, schema_id: "C4-57", reponse: #"{"non_pertinent": true, "aleas_et_risques_climatiques": ["crue"]}"#))
    expect(
        vsme(entreprise_id: 1, annee_cloture: 2025, progression_C4: 50, progression_C2: 0),
        vsme(entreprise_id: 1, annee_cloture: 2024, progression_C4: 100, progression_C2: 100))
}

@test("vsme : périmètre consolidé, pays et forme juridique ouvrent des questions", today: "2026-06-15")
func vsme_autres_conditions() {
    given(
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025),
        RapportVSME(id: 1, entreprise: 1, annee: 2025),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "B1-24-c", reponse: #"{"type_perimetre": "consolidee"}"#),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "B1-24-e-i", reponse: #"{"forme_juridique": "63"}"#),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "B1-24-e-vi", reponse: #"{"pays": ["FRA", "BEL"]}"#),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "B2-26"), IndicateurSaisi(rapport_vsme: 1, schema_id: "B8-40"),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "C4-57", reponse: #"{"aleas_et_risques_climatiques": []}"#),
        RapportVSME(id: 2, entreprise: 1, annee: 2024),
        IndicateurSaisi(rapport_vsme: 2, schema_id: "B1-24-c", reponse: #"{"type_perimetre": "individuelle"}"#),
        IndicateurSaisi(rapport_vsme: 2, schema_id: "B1-24-e-i", reponse: #"{"forme_juridique": "57"}"#),
        IndicateurSaisi(rapport_vsme: 2, schema_id: "B1-24-e-vi", reponse: #"{"pays": ["FRA"]}"#),
        IndicateurSaisi(rapport_vsme: 2, schema_id: "B2-26"), IndicateurSaisi(rapport_vsme: 2, schema_id: "B8-40"))
    expect(
        vsme(entreprise_id: 1, annee_cloture: 2025, progression_B1: 25, progression_B2: 25, progression_B8: 25, progression_C4: 100),
        vsme(entreprise_id: 1, annee_cloture: 2024, progression_B1: 27, progression_B2: 100, progression_B8: 33))
}

// MARK: - 10. Analyses

@test("analyseia : le rattachement direct l'emporte, sinon celui du rapport", today: "2026-06-15")
func analyse_rattachement() {
    given(
        Entreprise(id: 1), Entreprise(id: 2), RapportCSRD(id: 5, entreprise: 2, annee: 2026),
        AnalyseIA(id: 1, etat: "success"), AnalyseEntreprise(entreprise: 1, analyseia: 1), AnalyseRapportCSRD(rapportcsrd: 5, analyseia: 1),
        AnalyseIA(id: 2), AnalyseRapportCSRD(rapportcsrd: 5, analyseia: 2))
    expect(analyseia(impact_id: 1, entreprise_id: 1, csrd: true, etat: "success"), analyseia(impact_id: 2, entreprise_id: 2, csrd: true))
}

@test("analyseia : une analyse sans entreprise est laissée de côté", today: "2026-06-15")
func analyse_sans_entreprise() {
    given(Entreprise(id: 1), AnalyseIA(id: 1), AnalyseIA(id: 2), AnalyseEntreprise(entreprise: 1, analyseia: 2))
    expect(analyseia(impact_id: 2, csrd: false))
    expect(none: analyseia(impact_id: 1))
}

@test("analyseia : les phrases se comptent, celles de « Non ESRS » à part", today: "2026-06-15")
func analyse_phrases() {
    given(
        Entreprise(id: 1),
        AnalyseIA(id: 1, resultat_json: #""{\"ESRS E1\": [\"a\", \"b\"], \"Non ESRS\": [\"c\"]}""#),
        AnalyseIA(id: 2, resultat_json: #""{}""#), AnalyseIA(id: 3, resultat_json: nil), AnalyseIA(id: 4, resultat_json: "{}"),
        AnalyseIA(id: 5, resultat_json: #"{"ESRS E1": ["a"]}"#),
        AnalyseEntreprise(entreprise: 1, analyseia: 1), AnalyseEntreprise(entreprise: 1, analyseia: 2),
        AnalyseEntreprise(entreprise: 1, analyseia: 3), AnalyseEntreprise(entreprise: 1, analyseia: 4),
        AnalyseEntreprise(entreprise: 1, analyseia: 5))
    expect(
        analyseia(impact_id: 1, nb_phrases: 3, nb_phrases_pertinentes: 2), analyseia(impact_id: 2, nb_phrases: 0, nb_phrases_pertinentes: 0),
        analyseia(impact_id: 3, nb_phrases: nil, nb_phrases_pertinentes: nil), analyseia(impact_id: 4, nb_phrases: nil),
        analyseia(impact_id: 5, nb_phrases: 0, nb_phrases_pertinentes: 0))
}

// MARK: - 11. Les indicateurs

@test("stats : BDESE, index et bilan comptent, CSRD et VSME non", today: "2026-06-15")
func stats_du_jour() {
    given(
        Entreprise(id: 1, siren: "111111111"), Utilisateur(id: 7), Habilitation(entreprise: 1, user: 7),
        Caracteristiques(entreprise: 1, annee: 2025, effectif: "500-4999", effectif_outre_mer: "0-249"),
        BDESE300(entreprise: 1, annee: 2025), RapportVSME(entreprise: 1, annee: 2025),
        Entreprise(id: 2), Habilitation(entreprise: 2, user: 7), Caracteristiques(entreprise: 2, annee: 2025, effectif: "10-49"))
    expect(stats(date: "2026-06-15", reglementations_statut_connu: 3, reglementations_a_jour: 1))
    expect(stats.self, count: 1)
}

@test("stats : les jours passés sont gardés, le jour même est réécrit", today: "2026-06-15")
func stats_gardees() {
    given(
        stats(date: "2026-06-14", reglementations_statut_connu: 9, reglementations_a_jour: 4),
        stats(date: "2026-06-15", reglementations_statut_connu: 9, reglementations_a_jour: 4),
        Entreprise(id: 1), Habilitation(entreprise: 1, user: 7), Caracteristiques(entreprise: 1, annee: 2025, effectif: "50-249"))
    expect(
        stats(date: "2026-06-14", reglementations_statut_connu: 9, reglementations_a_jour: 4),
        stats(date: "2026-06-15", reglementations_statut_connu: 2, reglementations_a_jour: 0))
    expect(stats.self, count: 2)
}

@test("stats : un bilan à jour compte, un rapport de durabilité non", today: "2026-06-15")
func stats_bilan_et_rapport() {
    given(
        Entreprise(id: 1, siren: "111111111", categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 1, user: 7),
        Caracteristiques(
            entreprise: 1, annee: 2025, effectif: "0-9", effectif_outre_mer: "250+", date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "500+", tranche_bilan: "100M+",
            tranche_chiffre_affaires: "100M+"),
        BilanGES(entreprise: "111111111", dt_publication: "2025-01-01"),
        Entreprise(id: 2, categorie_juridique_sirene: 5710, est_cotee: false, est_interet_public: false, appartient_groupe: false),
        Habilitation(entreprise: 2, user: 7),
        Caracteristiques(
            entreprise: 2, annee: 2025, date_cloture_exercice: "2025-12-31", effectif_securite_sociale: "500+", tranche_bilan: "100M+",
            tranche_chiffre_affaires: "100M+"),
        RapportCSRD(id: 1, entreprise: 1, annee: 2026, lien_rapport: "https://example.org", bloque: true),
        RapportCSRD(id: 2, entreprise: 2, annee: 2026, lien_rapport: "https://example.org", bloque: true))
    expect(csrd(statut: "A JOUR"), count: 2)
    expect(stats(date: "2026-06-15", reglementations_statut_connu: 1, reglementations_a_jour: 1))
}

@test("stats : un jour sans entreprise est un jour à zéro", today: "2026-06-16")
func stats_vides() {
    expect(stats(date: "2026-06-16", reglementations_statut_connu: 0, reglementations_a_jour: 0))
}

// MARK: - Les indicateurs à seuil

@test("inscriptions : trois entreprises et plus se montrent, un mois sans aucune est à zéro", today: "2026-06-15")
func inscriptions_montrees() {
    given(
        Entreprise(id: 1, created_at: "2026-01-10"), Entreprise(id: 2, created_at: "2026-01-11"), Entreprise(id: 3, created_at: "2026-01-12"),
        Entreprise(id: 4, created_at: "2026-03-01"), Entreprise(id: 5, created_at: "2026-03-02"), Entreprise(id: 6, created_at: "2026-03-03"))
    expect(
        inscriptions(mois: "2026-01-01", inscrites: 3, premiere_reponse_vsme: 0, raison: nil),
        inscriptions(mois: "2026-02-01", inscrites: 0), inscriptions(mois: "2026-03-01", inscrites: 3))
    expect(inscriptions_total(inscrites: 6))
}

@test("inscriptions : un mois de deux entreprises est masqué, et le total ne le trahit pas", today: "2026-06-15")
func inscriptions_masquees() {
    given(
        Entreprise(id: 1, created_at: "2026-01-10"), Entreprise(id: 2, created_at: "2026-01-11"), Entreprise(id: 3, created_at: "2026-01-12"),
        Entreprise(id: 4, created_at: "2026-02-01"), Entreprise(id: 5, created_at: "2026-02-02"))
    expect(
        inscriptions(mois: "2026-02-01", inscrites: nil, premiere_reponse_vsme: nil, raison: "seuil"),
        inscriptions_total(inscrites: nil, raison: "complémentaire"))
}

@test("inscriptions : une première réponse VSME compte si elle vient dans les 90 jours", today: "2026-06-15")
func inscriptions_converties() {
    given(
        Utilisateur(id: 7), Entreprise(id: 1, created_at: "2026-01-10"), Entreprise(id: 2, created_at: "2026-01-10"),
        Entreprise(id: 3, created_at: "2026-01-10"), Entreprise(id: 4, created_at: "2026-01-10"), Entreprise(id: 5, created_at: "2026-01-10"),
        Entreprise(id: 6, created_at: "2026-01-10"),
        Habilitation(entreprise: 1, user: 7), Habilitation(entreprise: 2, user: 7), Habilitation(entreprise: 3, user: 7),
        Habilitation(entreprise: 4, user: 7), Caracteristiques(entreprise: 1, annee: 2025), Caracteristiques(entreprise: 2, annee: 2025),
        Caracteristiques(entreprise: 3, annee: 2025), Caracteristiques(entreprise: 4, annee: 2025),
        RapportVSME(id: 1, entreprise: 1, annee: 2025), RapportVSME(id: 2, entreprise: 2, annee: 2025),
        RapportVSME(id: 3, entreprise: 3, annee: 2025), RapportVSME(id: 4, entreprise: 4, annee: 2025),
        IndicateurSaisi(rapport_vsme: 1, schema_id: "B1-24-a", created_at: "2026-01-12"),
        IndicateurSaisi(rapport_vsme: 2, schema_id: "B1-24-a", created_at: "2026-02-12"),
        IndicateurSaisi(rapport_vsme: 3, schema_id: "B1-24-a", created_at: "2026-04-09"),
        IndicateurSaisi(rapport_vsme: 4, schema_id: "B1-24-a", created_at: "2026-04-12"))
    expect(
        inscriptions(
            mois: "2026-01-01", inscrites: 6, premiere_reponse_vsme: 0.5, premiere_reponse_vsme_numerateur: 3,
            premiere_reponse_vsme_denominateur: 6))
}

@test("dernières connexions : un mois de moins de cinq personnes est masqué", today: "2026-06-15")
func dernieres_connexions_masquees() {
    given(
        Utilisateur(id: 1, last_login: "2026-05-03 10:00:00+02"), Utilisateur(id: 2, last_login: "2026-05-04 10:00:00+02"),
        Utilisateur(id: 3, last_login: "2026-05-05 10:00:00+02"), Utilisateur(id: 4, last_login: "2026-05-06 10:00:00+02"),
        Utilisateur(id: 5, last_login: "2026-05-07 10:00:00+02"), Utilisateur(id: 6, last_login: "2026-04-07 10:00:00+02"),
        Utilisateur(id: 7))
    expect(
        dernieres_connexions(mois: "2026-05-01", utilisateurs: 5, raison: nil),
        dernieres_connexions(mois: "2026-04-01", utilisateurs: nil, raison: "seuil"))
}

@test("réglementations à jour : par réglementation, avec leur total", today: "2026-06-15")
func reglementations_masquees() {
    given(
        Utilisateur(id: 7), Entreprise(id: 1, siren: "111111111"), Habilitation(entreprise: 1, user: 7),
        Caracteristiques(entreprise: 1, annee: 2025, effectif: "50-249"))
    expect(reglementations_a_jour(date: "2026-06-01", reglementation: "BDESE", part_a_jour: nil, raison: "seuil"))
}

// MARK: - Les contrôles de la publication

@test("contrôle : deux entreprises d'un même SIREN arrêtent la publication", today: "2026-06-15")
func controle_siren() {
    given(Entreprise(id: 1, siren: "111111111"), Entreprise(id: 2, siren: "111111111"))
    expect(stopped: entreprise.self)
}

@test("contrôle : sans aucune entreprise, rien n'est publié", today: "2026-06-15")
func controle_vide() {
    expect(stopped: entreprise.self)
}
