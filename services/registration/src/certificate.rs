//! Decides who gets a certificate of attendance, and what stands in it.

pub(crate) mod pdf;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use proto::event::{Attendance, Event, Form};
use proto::{Language, Localised};
use text::Text;

/// What is certified. Texts are in the person's language, or the nearest that they were written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Certificate {
    pub(crate) language: Language,
    pub(crate) name: String,
    pub(crate) title: Written,
    pub(crate) organisers: Vec<Written>,
    pub(crate) place: Place,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) timezone: Tz,
    pub(crate) issued_at: DateTime<Utc>,
}

/// A text and the language it is in, where that is another than the certificate's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) language: Option<Language>,
}

/// Where the person took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Venue(Written),
    Online,
    /// There was a venue, one could also take part online, and nobody was asked which.
    Either(Written),
}

/// Somebody who may have taken part.
pub(crate) struct Participant<'p> {
    pub(crate) name: &'p str,
    pub(crate) language: Language,
    pub(crate) form: Option<Form>,
    pub(crate) attended_at: Option<DateTime<Utc>>,
}

/// Whether somebody has a certificate: it was noted that they came, and to something that has begun.
pub(crate) fn is_due(event: &Event, cancelled: bool, attended_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    attended_at.is_some() && !cancelled && now >= event.starts_at
}

/// The certificate, for those who have one.
pub(crate) fn certificate(
    event: &Event,
    cancelled: bool,
    organisers: &[&Localised],
    person: &Participant<'_>,
    now: DateTime<Utc>,
) -> Option<Certificate> {
    is_due(event, cancelled, person.attended_at, now).then(|| Certificate {
        language: person.language,
        name: person.name.to_owned(),
        title: Written::of(&event.title, person.language),
        organisers: organisers.iter().map(|name| Written::of(name, person.language)).collect(),
        place: place(event, person.form, person.language),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone,
        issued_at: now,
    })
}

fn place(event: &Event, form: Option<Form>, language: Language) -> Place {
    let Some(venue) = event.venue.as_ref().map(|venue| Written::of(venue, language)) else { return Place::Online };
    match (event.attendance, form) {
        (Attendance::Online, _) | (Attendance::Both, Some(Form::Online)) => Place::Online,
        (Attendance::Both, None) => Place::Either(venue),
        (Attendance::InPerson, _) | (Attendance::Both, Some(Form::InPerson)) => Place::Venue(venue),
    }
}

impl Written {
    pub(crate) fn of(texts: &Localised, language: Language) -> Self {
        let written_in = texts.language(language).filter(|other| *other != language);
        Self { text: texts.get(language).to_owned(), language: written_in }
    }

    pub(crate) fn own(text: String) -> Self {
        Self { text, language: None }
    }
}

/// Everything that is written on the certificate, in the order in which it is read.
pub(crate) struct Wording {
    pub(crate) language: Language,
    /// What the document is called in the window of its reader.
    pub(crate) document: String,
    pub(crate) heading: String,
    pub(crate) certifies: String,
    pub(crate) name: String,
    pub(crate) took_part: String,
    pub(crate) title: Written,
    pub(crate) facts: Vec<Fact>,
    pub(crate) issued: String,
    pub(crate) issued_at: DateTime<Utc>,
}

pub(crate) struct Fact {
    pub(crate) label: String,
    pub(crate) values: Vec<Written>,
}

impl Certificate {
    pub(crate) fn wording(self, text: &Text) -> Wording {
        let language = self.language;
        let say = |key| text.word(language, key, &[]);
        let heading = say("certificate-heading");
        let place = match self.place {
            Place::Venue(venue) => vec![venue],
            Place::Online => vec![Written::own(say("certificate-online"))],
            Place::Either(venue) => vec![venue, Written::own(say("reg-or-online"))],
        };
        let when = Written::own(text.when(language, self.starts_at, self.ends_at, self.timezone));
        let organisers = i64::try_from(self.organisers.len()).unwrap_or(i64::MAX);
        let facts = vec![
            Fact { label: say("reg-when"), values: vec![when] },
            Fact { label: say("reg-where"), values: place },
            Fact {
                label: text.word(language, "certificate-organisers", &[("n", organisers.into())]),
                values: self.organisers,
            },
        ];
        let issued_on = text.date(language, self.issued_at, self.timezone);
        Wording {
            language,
            document: format!("{heading} – {}", self.title.text),
            heading,
            certifies: say("certificate-certifies"),
            name: self.name,
            took_part: say("certificate-took-part"),
            title: self.title,
            facts,
            issued: text.word(language, "certificate-issued", &[("date", issued_on.as_str().into())]),
            issued_at: self.issued_at,
        }
    }
}

#[cfg(test)]
mod tests;
