/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

for e in entreprises { print(e) } // error: [statement]
print("bonjour") // error: [statement]
entreprises.count // error: [statement]
if true { 1 } else { 2 } // error: [statement]
