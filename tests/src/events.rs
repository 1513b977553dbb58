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

/// A conference in Nynorsk and Bokmål on Tuesday 11 and Wednesday 12 May 2027, with its programme released. Three sessions
/// are chosen: a workshop for 40 at half past ten, a talk for 4 at half past one, and a walk for 2 on the second day.
pub const CONFERENCE: &str = r#"
kind = "conference"
slug = "bylivkonferansen"
organisation = "distriktssenteret"
start = 2027-05-11T09:00:00
end = 2027-05-12T15:00:00
timezone = "Europe/Oslo"
attendance = "both"
meeting_url = "https://mote.example.org/rom/byliv"

[title]
nn = "BYLIVkonferansen"
nb = "BYLIVkonferansen"

[summary]
nn = "To dagar om stader der folk vil vere."
nb = "To dager om steder der folk vil være."

[description]
nn = "Ein årleg møteplass."
nb = "En årlig møteplass."

[venue]
nn = "Narvik kulturhus, Narvik kommune"
nb = "Narvik kulturhus, Narvik kommune"

[contact]
name = "Konferansekontoret"
email = "konferanse@distriktssenteret.example.no"

[sign_up]
closes = 2027-05-10T12:00:00
choose_again_working_hours = 16
[[sign_up.forms]]
form = "in_person"
capacity = 200
label = { nn = "I Narvik", nb = "I Narvik" }
[[sign_up.forms]]
form = "online"
label = { nn = "På nett", nb = "På nett" }

[programme]
release = true

[[programme.days]]
date = 2027-05-11
opens = 08:00:00
closes = 20:00:00
[[programme.days]]
date = 2027-05-12
opens = 08:00:00
closes = 16:00:00

[[programme.venues]]
key = "kulturhuset"
name = { nn = "Kulturhuset", nb = "Kulturhuset" }
rooms = [
  { key = "storsalen", name = { nn = "Storsalen", nb = "Storsalen" }, capacity = 400 },
  { key = "verkstaden", name = { nn = "Verkstaden", nb = "Verkstedet" }, capacity = 40 },
]

[[programme.sessions]]
key = "opning"
type = "plenary"
title = { nn = "Opning", nb = "Åpning" }
attendance = "both"
occurrences = [{ room = "storsalen", start = 2027-05-11T09:00:00, end = 2027-05-11T10:00:00 }]

[[programme.sessions]]
key = "torget"
type = "workshop"
title = { nn = "Teikn torget", nb = "Tegn torget" }
chosen = true
occurrences = [{ room = "verkstaden", start = 2027-05-11T10:30:00, end = 2027-05-11T11:30:00 }]

[[programme.sessions]]
key = "leige"
type = "parallel"
title = { nn = "Å leige først", nb = "Å leie først" }
chosen = true
capacity = 4
occurrences = [{ room = "storsalen", start = 2027-05-11T13:30:00, end = 2027-05-11T14:30:00 }]

[[programme.sessions]]
key = "byvandring"
type = "parallel"
title = { nn = "Byvandring", nb = "Byvandring" }
chosen = true
capacity = 2
occurrences = [{ room = "storsalen", start = 2027-05-12T10:00:00, end = 2027-05-12T11:00:00 }]
"#;
