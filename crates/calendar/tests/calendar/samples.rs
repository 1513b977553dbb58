//! One event and the people in it.

use calendar::{Conference, Entry, Party, Span};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Oslo;

pub(crate) fn entry() -> Entry {
    Entry {
        uid: "6f1c2a52-0f0e-4d0c-9a3e-3d6f6d1f8a11@paamelding.etat.no".into(),
        sequence: 0,
        stamp: moment("2027-01-11T08:00:00Z"),
        span: Span::Timed {
            starts_at: moment("2027-03-26T08:00:00Z"),
            ends_at: moment("2027-03-26T11:30:00Z"),
            zone: Oslo,
        },
        summary: "Digitalt førstevalg: språk, stønad og søknad".into(),
        description: "Kl. 9.00 Åpning\nKl. 9.15 Klarspråk i brev; hva nytter?\nKl. 11.30 Slutt".into(),
        location: Some("Møterom Ærfuglen, Storgata 1, 0155 Oslo".into()),
        url: Some("https://paamelding.etat.no/hendelse/klarsprak".into()),
        conference: Some(Conference {
            url: "https://video.etat.no/rom/klarsprak?kode=7".into(),
            label: "Bli med på nett".into(),
        }),
    }
}

pub(crate) fn organiser() -> Party {
    Party { name: "Etat for språk".into(), address: "arrangement@etat.no".into() }
}

pub(crate) fn attendee(name: &str) -> Party {
    Party { name: name.into(), address: "kari.nordmann@kommune.no".into() }
}

pub(crate) fn moment(utc: &str) -> DateTime<Utc> {
    utc.parse().expect("a moment")
}

pub(crate) fn date(date: &str) -> NaiveDate {
    date.parse().expect("a date")
}
