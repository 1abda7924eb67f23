/// Words that names of columns are made of, where the column is often about persons.
package enum PersonalWords {
    /// `adresse_mail2`, `adressesMail` and `adresseMAIL` are all `adresse`, `mail`.
    package static func words(_ name: String) -> [String] {
        var spaced = ""
        var previous: Character?
        for character in name {
            if character.isUppercase, previous?.isLowercase == true { spaced += "_" }
            spaced += character.lowercased()
            previous = character
        }
        return spaced.split { !$0.isLetter }.map(String.init).flatMap { [$0, $0.hasSuffix("s") ? String($0.dropLast()) : $0] }
    }

    package static let all = secrets.union(personal)

    /// Of what opens a door, whoever reads it.
    package static let secrets: Set = [
        "password", "mdp", "secret", "token", "jeton", "hash", "cookie", "session", "signature", "passwd", "pwd", "otp", "totp",
        "apikey",
    ]

    private static let personal: Set = [
        "email", "mail", "courriel", "nom", "prenom", "prénom", "name", "firstname", "lastname", "surname", "nickname", "login",
        "username", "pseudo", "telephone", "téléphone", "tel", "phone", "mobile", "portable", "fax", "adresse", "address", "rue",
        "street", "iban", "bic", "rib", "nir", "ssn", "insee", "naissance", "birth", "birthdate", "birthday", "sexe", "sex", "gender",
        "genre", "ip", "photo", "avatar", "latitude", "longitude", "description", "commentaire", "comment", "message", "texte", "text",
        "note", "notes", "bio", "fonction", "fonctions", "fichier", "filename",
    ]
}
