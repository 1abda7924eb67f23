// Several servers share the rows: of a customer, all of them are on one.

let project = Project(schema: "shop", readers: ["metabase"], timeZone: "Europe/Paris", language: "en", spread: customers.self)

/// Country of a customer.
@source("country")
struct Country {
    @key @plain var id: Int
    @plain var label: String
}

/// Customer.
@source("customer")
struct Customer {
    @key @plain var id: Int
    @plain var since: Date
    @column("country_id") var country: Country
}

/// Order.
@source("orders")
struct Order {
    @key @plain var id: Int
    @plain var day: Date
    @plain var amount: Decimal
    @plain var state: String
    @column("customer_id") var customer: Customer
}

/// Countries: no customer's, so that each server has them all.
@model(from: Country.self)
struct countries {
    /// Number.
    @key let id
    /// Label.
    let label
}

/// Customers, by the hash of whose number the rows are spread.
@model(from: Customer.self)
struct customers {
    /// Number.
    @key let id
    /// First day.
    let since
    /// Country.
    let country_id = countries[country]
}

/// Orders, each where its customer is.
@model(from: Order.self)
struct orders {
    /// Number.
    @key let id
    /// Customer.
    let customer_id = customers[customer]
    /// Day.
    let day
    /// Amount.
    @check(range: 0...) let amount
    /// State.
    let state
}

/// Each server's counts are added up; of customers too, since each is on one server only.
@metric(from: orders.self)
struct monthly {
    /// Month.
    @by(.month) let month = day
    /// Orders.
    let number = count
    /// Customers who ordered.
    let buyers = count(distinct: customer_id)
    /// Amount of an order.
    let average = average(amount)
    /// What was sent.
    let sent = ratio(count(where: state == "sent"), over: count)
}

/// By what each server has whole.
@metric(from: orders.self)
struct by_country {
    /// Country.
    @by let country = customer_id.country_id.label
    /// Amount.
    let amount = sum(amount)
}

/// Days are on several servers: their rows are asked for.
@metric(from: orders.self)
struct active_days {
    /// State.
    @by let state
    /// Days.
    let days = count(distinct: day)
}

/// Computed when it is read, where one server holds all.
@metric(from: customers.self, as: .view)
struct loyal {
    /// Country.
    @by let country_id
    /// Customers who ordered.
    let buyers = count(where: orders.contains(where: state == "sent"))
}
