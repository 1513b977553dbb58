//! Event files for stories.

/// A webinar in Nynorsk and Bokmål on Tuesday 16 March 2027, 10.00-11.00 in Oslo.
pub struct Webinar {
    pub slug: &'static str,
    pub capacity: u32,
    pub start: &'static str,
    pub end: &'static str,
    pub title: &'static str,
    pub meeting: &'static str,
    pub party_limit: u8,
    /// More lines of `[sign_up]`.
    pub sign_up: &'static str,
    /// More top-level lines.
    pub more: &'static str,
}

impl Default for Webinar {
    fn default() -> Self {
        Self {
            slug: "torg",
            capacity: 10,
            start: "2027-03-16T10:00:00",
            end: "2027-03-16T11:00:00",
            title: "Torget som møteplass",
            meeting: "https://mote.example.org/rom/hemmeleg",
            party_limit: 1,
            sign_up: "",
            more: "",
        }
    }
}

impl Webinar {
    /// The file.
    pub fn toml(&self) -> String {
        let Self { slug, capacity, start, end, title, meeting, party_limit, sign_up, more } = self;
        format!(
            r#"
slug = "{slug}"
organisation = "distriktssenteret"
start = {start}
end = {end}
timezone = "Europe/Oslo"
attendance = "online"
meeting_url = "{meeting}"
{more}

[title]
nn = "{title}"
nb = "{title}"

[summary]
nn = "Korleis små stader får folk tilbake til torget."
nb = "Hvordan små steder får folk tilbake til torget."

[description]
nn = "Ein time med døme."
nb = "En time med eksempler."

[contact]
name = "Kurskontoret"
email = "kurs@distriktssenteret.example.no"

[sign_up]
capacity = {capacity}
party_limit = {party_limit}
{sign_up}

[[questions]]
key = "municipality"
type = "municipality"
country = "no"
required = true
label = {{ nn = "Kommune", nb = "Kommune" }}
purpose = {{ nn = "Vi tel kommunar.", nb = "Vi teller kommuner." }}

[[questions]]
key = "needs"
type = "yes_no"
sensitive = true
label = {{ nn = "Treng du tilrettelegging?", nb = "Trenger du tilrettelegging?" }}
purpose = {{ nn = "Så du kan vere med.", nb = "Så du kan være med." }}

[[questions]]
key = "needs_text"
type = "long_text"
sensitive = true
required = true
label = {{ nn = "Kva treng du?", nb = "Hva trenger du?" }}
purpose = {{ nn = "Så du kan vere med.", nb = "Så du kan være med." }}
only_if = {{ question = "needs", any_of = ["yes"] }}
"#
        )
    }
}
