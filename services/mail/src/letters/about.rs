use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proto::{Language, Localised, PoolId};
use serde::Serialize;
use uuid::Uuid;

use super::OfSeries;
use crate::agenda::Session;
use crate::own_words::{Paragraph, Piece};

/// What nearly every letter speaks of.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct About {
    /// Empty when the name does not tell.
    pub(crate) first_name: String,
    pub(crate) title: Localised,
    pub(crate) organiser: Localised,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) timezone: Tz,
    pub(crate) venue: Option<Localised>,
    pub(crate) online: bool,
    /// May only join; the one link that calendars carry as well.
    pub(crate) join_link: Option<String>,
    /// May do everything with the sign-up; never in a calendar.
    pub(crate) manage_link: String,
    pub(crate) feed_link: String,
    pub(crate) event_link: String,
    /// What the person has chosen besides the event itself.
    pub(crate) agenda: Vec<Session>,
    /// What of it they wait for.
    pub(crate) waiting: Vec<Session>,
    /// The person follows the series of the event.
    pub(crate) series: Option<OfSeries>,
    /// What the organisers say besides the usual words.
    pub(crate) own: Own,
}

/// A subject and a text of the organisers' own.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Own {
    pub(crate) subject: Option<String>,
    pub(crate) text: Vec<Paragraph>,
}

impl About {
    /// An online event.
    pub(crate) fn sample() -> Self {
        let link = |path: &str| format!("https://moteplass.example{path}");
        Self {
            first_name: "Åse".to_owned(),
            title: Localised::from([
                (Language::Nn, "Tomme lokale i sentrum & levande bygder"),
                (Language::Nb, "Tomme lokaler i sentrum & levende bygder"),
                (Language::Sv, "Tomma lokaler i centrum & levande bygder"),
                (Language::En, "Empty premises & living villages"),
            ]),
            organiser: Localised::from([(Language::Nn, "Distriktssenteret"), (Language::En, "The Rural Centre")]),
            starts_at: DateTime::from_timestamp(1_805_187_600, 0).unwrap_or_default(),
            ends_at: DateTime::from_timestamp(1_805_193_000, 0).unwrap_or_default(),
            timezone: Tz::Europe__Oslo,
            venue: None,
            online: true,
            join_link: Some(link("/webinar/tomme-lokale/delta/Zm9yLXRlc3Rz")),
            manage_link: link("/mi/Zm9yLXRlc3RzLW1hbmFnZQ"),
            feed_link: link("/kalender/Zm9yLXRlc3RzLWZlZWQ.ics"),
            event_link: link("/webinar/tomme-lokale"),
            agenda: Vec::new(),
            waiting: Vec::new(),
            series: None,
            own: Own::default(),
        }
    }

    /// About which the organisers say something of their own.
    pub(crate) fn sample_with_own_words() -> Self {
        let piece = |text: &str, link| Piece { text: text.to_owned(), link };
        let map = vec![piece("Kart: ", false), piece("https://kart.example/narvik?a=1&b=2", true), piece(".", false)];
        let text =
            vec![vec![vec![piece("Ta med <matpakke> & gode sko.", false)], map], vec![vec![piece("Vel møtt!", false)]]];
        Self { own: Own { subject: Some("Velkomen & <vel> møtt".to_owned()), text }, ..Self::sample() }
    }

    /// An event of a series that somebody follows.
    pub(crate) fn sample_of_series() -> Self {
        let about = Self::sample();
        let series = OfSeries {
            title: Localised::from([
                (Language::Nn, "Stadutvikling <i> distrikta"),
                (Language::En, "Place development"),
            ]),
            skip_link: format!("{}/meld-av", about.manage_link),
            link: "https://moteplass.example/mi/rekkje/Zm9yLXRlc3Rz".to_owned(),
        };
        Self { series: Some(series), ..about }
    }

    /// An event where people meet, with something to choose.
    pub(crate) fn sample_in_person() -> Self {
        Self {
            venue: Some(Localised::from([(Language::Nn, "Rådhuset, Storgata 1, Førde")])),
            online: false,
            join_link: None,
            agenda: vec![
                Self::session("Tomme lokale", 1, Some("Sal 2, Biblioteket")),
                Self::untimed("Middag \"på brygga\""),
            ],
            waiting: vec![Self::session("Byvandring", 3, None)],
            ..Self::sample()
        }
    }

    /// Something to choose that begins so many hours after the event.
    pub(crate) fn session(label: &str, hours: i64, room: Option<&str>) -> Session {
        let starts_at = Self::sample().starts_at + TimeDelta::hours(hours);
        Session {
            starts_at: Some(starts_at),
            ends_at: Some(starts_at + TimeDelta::hours(1)),
            room: room.map(str::to_owned),
            ..Self::untimed(label)
        }
    }

    fn untimed(label: &str) -> Session {
        Session { pool: PoolId(Uuid::nil()), label: label.to_owned(), starts_at: None, ends_at: None, room: None }
    }

    /// An event in a hall and online, for somebody whose name says nothing.
    pub(crate) fn sample_both() -> Self {
        let venue = Some(Localised::from([(Language::Nn, "Kulturhuset i Narvik")]));
        Self { venue, first_name: String::new(), ..Self::sample() }
    }
}

/// What to call a person: `Kari` for `Kari Nordmann` and for `Nordmann, Kari`, nothing for what is no name.
pub(crate) fn first_name(name: &str) -> String {
    let given = name.split_once(',').map_or(name, |(_, given)| given);
    let first = given.split_whitespace().next().unwrap_or_default();
    let first: String = first.chars().filter(|c| !c.is_control()).take(40).collect();
    match first.chars().any(char::is_alphabetic) && !first.contains(['@', '/', ':']) {
        true => first,
        false => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::first_name;

    #[test]
    fn people_are_called_by_their_first_name() {
        for (name, first) in [
            ("Kari Nordmann", "Kari"),
            ("Nordmann, Kari Anne", "Kari"),
            ("Åse", "Åse"),
            ("  Ærø  Øy ", "Ærø"),
            ("", ""),
            ("kari@kommune.no", ""),
            ("12345", ""),
            ("https://spam.example Kari", ""),
            ("Kari\r\nATTENDEE:x", "Kari"),
        ] {
            assert_eq!(first_name(name), first, "{name}");
        }
    }
}
