//! A letter that is due becomes words, a calendar entry and bytes. No clock, no database: everything is handed in.

mod others;
mod trial;

pub(crate) use others::{
    compose_delegation, compose_followed, compose_proposal, compose_sign_in, compose_sign_in_changed,
    compose_turned_away,
};
pub(crate) use trial::{Imitation, Tried, compose_trial, preview};

use calendar::{Answer, Party, Standing as Place};
use chrono::{DateTime, Utc};
use host::{Keys, Purpose as Link, Settings};
use proto::event::{Attendance, Event, EventKind, WaitingMode};
use proto::organisation::Organisation;
use proto::registration::{Registration, State as Standing};
use proto::series::SeriesFollowed;
use proto::webinar::WebinarFollowed;
use proto::{Language, Localised};
use text::Text;
use uuid::Uuid;

use crate::agenda;
use crate::dkim::Signatures;
use crate::entry::{entry, join_link};
use crate::letters::{self, About, Ahead, Letter, OfSeries, Own, Why, Written};
use crate::mime::{self, CalendarPart, Draft, Method, Unsendable, Who};
use crate::notice::Notice;
use crate::own_words::{self, Values};
use crate::planning::Facts;
use crate::purpose::Purpose;
use crate::receiving::address::{self, About as Addressee};
use crate::receiving::answering::News;
use crate::reminder_plan::Rule;
use crate::replan::Now;
use crate::told::{self, Told};
use crate::wording::{Reworded, Wordings};
use crate::{reminders, told::Place as Where};

/// What letters are made with, the same for all of them.
#[derive(Clone, Copy)]
pub(crate) struct Desk<'a> {
    pub(crate) settings: &'a Settings,
    pub(crate) keys: &'a Keys,
    pub(crate) text: &'a Text,
    pub(crate) signatures: &'a Signatures,
}

/// What a letter to a participant is made from.
#[derive(Clone, Copy)]
pub(crate) struct Material<'a> {
    pub(crate) letter: Uuid,
    pub(crate) purpose: Purpose,
    pub(crate) facts: Option<&'a Facts>,
    pub(crate) registration: &'a Registration,
    pub(crate) event: &'a Event,
    pub(crate) reason: Option<&'a Localised>,
    /// What the organisers say about the version of the programme that the letter is about.
    pub(crate) note: Option<&'a Localised>,
    /// The person was there.
    pub(crate) attended: bool,
    /// What comes after it, of a webinar.
    pub(crate) followed: Option<&'a WebinarFollowed>,
    /// What the plan says of a reminder.
    pub(crate) rule: Option<&'a Rule>,
    pub(crate) organisation: &'a Organisation,
    pub(crate) uid: &'a str,
    /// Of the calendar message, if there will be one.
    pub(crate) sequence: u32,
    pub(crate) told: Option<&'a Told>,
    /// What was told when the letter was planned, if the person heard it.
    pub(crate) since: Option<&'a Told>,
    /// The person follows the series of the event.
    pub(crate) series: Option<&'a SeriesFollowed>,
    /// Somebody may have received a REQUEST.
    pub(crate) invited: bool,
    pub(crate) references: Option<&'a str>,
    /// What organisers wrote, of such a letter.
    pub(crate) notice: Option<&'a Notice>,
    /// What the organisers say in the letters about the event.
    pub(crate) wordings: Option<&'a Wordings>,
    /// To an organiser who wants to see how it will look.
    pub(crate) trial: bool,
    pub(crate) now: DateTime<Utc>,
}

impl Material<'_> {
    /// It is not needed for the sign-up itself.
    fn can_be_stopped(&self) -> bool {
        self.purpose.can_be_stopped() || self.notice.is_some_and(|notice| !notice.necessary)
    }
}

/// A letter ready to be handed over.
pub(crate) struct Composed {
    pub(crate) bytes: Vec<u8>,
    pub(crate) message_id: String,
    pub(crate) calendar: Option<Method>,
    /// What the calendar message says; absent when there is none.
    pub(crate) told: Option<Told>,
}

/// Why a letter cannot be made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Uncomposed {
    #[error("{0}")]
    Unsendable(#[from] Unsendable),
    #[error("the words of the letter cannot be written: {0}")]
    Words(#[from] text::Error),
    #[error("what the letter should say is not known")]
    Facts,
}

/// Makes a letter to a participant.
pub(crate) fn compose(desk: Desk<'_>, material: Material<'_>) -> Result<Composed, Uncomposed> {
    let language = material.registration.language;
    let calendar = calendar_part(desk, material);
    let written = words(desk, material, calendar.is_some())?;
    let written = if material.trial { trial::marked(desk, language, written) } else { written };
    let organiser = organiser(material, language);
    let stop_link = reminders::link(desk.settings, desk.keys, material.registration.id);
    let message_id = message_id(desk.settings, material.letter);
    let contact = &material.event.contact;
    let method = calendar.as_ref().map(|part| part.method);
    // Readers that look whether a calendar message may change an entry compare its ORGANIZER with one of these two.
    let reply_to = calendar.as_ref().and_then(|_| reply_address(desk, material));
    let mut message = mime::message(Draft {
        id: material.letter,
        now: material.now,
        language,
        from: Who { name: &organiser.name, address: &organiser.address },
        to: Who { name: &material.registration.name, address: &material.registration.email },
        reply_to: Some(Who { name: &contact.name, address: reply_to.as_deref().unwrap_or(&contact.email) }),
        written: &written,
        calendar,
        message_id: &message_id,
        references: material.references.filter(|first| *first != message_id),
        unsubscribe: (material.can_be_stopped() && !material.trial).then_some(stop_link.as_str()),
    })?;
    desk.signatures.sign(&material.organisation.slug, &mut message);
    let told = (method == Some(Method::Request)).then(|| tell(desk, material, &organiser));
    Ok(Composed { bytes: message.formatted(), message_id, calendar: method, told })
}

fn follower_link(desk: Desk<'_>, followed: &SeriesFollowed) -> String {
    let token = desk.keys.token(Link::Follow, followed.follower_id.0, followed.generation);
    desk.settings.address(&format!("/mi/rekkje/{token}"))
}

/// The host in UIDs and Message-IDs.
pub(crate) fn host_name(settings: &Settings) -> String {
    settings.url.host_str().unwrap_or("localhost").to_owned()
}

pub(crate) fn message_id(settings: &Settings, letter: Uuid) -> String {
    format!("<{letter}@{}>", host_name(settings))
}

fn words(desk: Desk<'_>, material: Material<'_>, calendar: bool) -> Result<Written, Uncomposed> {
    let about = about(desk, material);
    let own = own(desk, material, &about)?;
    let subject = own.subject.clone();
    let written = written(desk, material, About { own, ..about }, calendar)?;
    Ok(match subject {
        Some(subject) => Written { subject: letters::one_line(&subject), ..written },
        None => written,
    })
}

/// What the organisers say in this letter.
fn own(desk: Desk<'_>, material: Material<'_>, about: &About) -> Result<Own, Uncomposed> {
    let Material { purpose, facts, rule, attended, registration, .. } = material;
    let letter = Reworded::of(purpose, facts, rule, attended);
    let wording = letter.zip(material.wordings).and_then(|(letter, wordings)| wordings.0.get(&letter));
    let Some(wording) = wording else { return Ok(Own::default()) };
    let values = values(desk, material, about);
    let (subject, text) = (wording.subject.get(registration.language), wording.text.get(registration.language));
    let subject = own_words::line(subject, &values).map_err(|_wrong| Uncomposed::Facts)?;
    let text = own_words::paragraphs(text, &values).map_err(|_wrong| Uncomposed::Facts)?;
    Ok(Own { subject: Some(subject).filter(|subject| !subject.is_empty()), text })
}

fn written(desk: Desk<'_>, material: Material<'_>, about: About, calendar: bool) -> Result<Written, Uncomposed> {
    let Material { registration, event, now, .. } = material;
    match (material.purpose, material.facts) {
        (Purpose::Confirmation, _) => write(desk, registration, &letters::Confirmation { about }),
        (Purpose::Invitation, facts) => {
            let letter = letters::Invitation {
                reminder: matches!(facts, Some(Facts::Invited(issued)) if issued.reminder),
                closes_at: event.sign_up.closes_at,
                decline_link: format!("{}/nei", about.manage_link),
                privacy_link: material.organisation.privacy_notice.clone(),
                about,
            };
            write(desk, registration, &letter)
        }
        (Purpose::Named, Some(Facts::Named { member })) => {
            write(desk, registration, &letters::Named { about, member: member.clone() })
        }
        (Purpose::Placed, Some(Facts::Placed(placed))) => {
            write(desk, registration, &letters::Placed::new(about, placed))
        }
        (Purpose::Place, _) => {
            write(desk, registration, &letters::Place { about, withdraw_until: event.sign_up.withdraw_until })
        }
        (Purpose::Received, _) => write(desk, registration, &letters::Received { about }),
        (Purpose::WaitingList, Some(&Facts::Waiting { position })) => {
            let offers = matches!(event.sign_up.waiting_list.mode, WaitingMode::Offer { .. });
            write(desk, registration, &letters::WaitingList { about, position, offers })
        }
        (Purpose::Offer, Some(&Facts::Offer { answer_before })) => {
            write(desk, registration, &letters::Offer { about, answer_before })
        }
        (Purpose::Withdrawal, Some(&Facts::Withdrawal { why })) => {
            write(desk, registration, &letters::Withdrawal::new(about, why, calendar))
        }
        (Purpose::Withdrawal, Some(Facts::Declined(declined))) => {
            write(desk, registration, &letters::Declined::new(about, declined.reason.as_deref()))
        }
        (Purpose::Repeated, facts) => {
            let answer_before = match facts {
                Some(Facts::Repeated { answer_before }) => *answer_before,
                _ => None,
            };
            write(desk, registration, &letters::Repeated::new(about, registration, answer_before))
        }
        (Purpose::Link, facts) => {
            let asked = facts == Some(&Facts::Asked);
            write(desk, registration, &letters::Link { about, calendar, asked })
        }
        (Purpose::Cancellation, _) => {
            write(desk, registration, &letters::Cancellation { about, reason: material.reason.cloned(), calendar })
        }
        (Purpose::Change, _) => {
            let differences = told::news(material.since, material.told, event, registration, &[]);
            write(desk, registration, &letters::Change::new(about, differences))
        }
        (Purpose::Reminder, _) => {
            let ahead = Ahead::of(now, event.starts_at, event.timezone);
            let stop_link = reminders::link(desk.settings, desk.keys, registration.id);
            let why = Why::of(material.rule);
            let deadline = why.deadline(event, now);
            write(desk, registration, &letters::Reminder { about, ahead, why, deadline, stop_link })
        }
        (Purpose::Replanned, Some(Facts::Replanned(replan))) => {
            let (since, last) = (material.since, material.told);
            let news = replan.news(Now { since, last, event, registration, now });
            let waiting = registration.state == Standing::Waiting;
            let note = material.note.filter(|note| !note.is_empty()).cloned();
            let answer_before = replan.answer_before;
            let letter = letters::Replanned::new(about, replan.version, news);
            write(desk, registration, &letters::Replanned { note, answer_before, waiting, calendar, ..letter })
        }
        (Purpose::FollowUp, _) if event.kind == EventKind::Webinar => {
            let token = desk.keys.token(Link::Join, registration.id.0, registration.generation);
            let own = |part: &str| desk.settings.address(&format!("{}/{part}/{token}", event.path()));
            let asked = material.attended && material.followed.is_some_and(|after| after.evaluation);
            let letter = letters::Afterwards {
                about,
                attended: material.attended,
                material: material.followed.is_some_and(|after| after.material),
                own_link: own("delta"),
                evaluation_link: asked.then(|| own("vurdering")),
            };
            write(desk, registration, &letter)
        }
        (Purpose::Material, _) => {
            let token = desk.keys.token(Link::Join, registration.id.0, registration.generation);
            let own_link = desk.settings.address(&format!("{}/delta/{token}", event.path()));
            write(desk, registration, &letters::Material { about, own_link })
        }
        (Purpose::FollowUp, _) => {
            let attended = material.attended;
            let at_conference = event.kind == EventKind::Conference;
            let certificate_link = (attended && at_conference).then(|| format!("{}/kursbevis.pdf", about.manage_link));
            let programme_link = at_conference.then(|| desk.settings.address(&format!("{}/program", event.path())));
            write(desk, registration, &letters::FollowUp { about, attended, programme_link, certificate_link })
        }
        (Purpose::Notice, _) => {
            let notice = material.notice.ok_or(Uncomposed::Facts)?;
            let values = values(desk, material, &about);
            let (subject, text) = (notice.subject.get(registration.language), notice.text.get(registration.language));
            let letter = letters::Notice {
                subject: own_words::line(subject, &values).map_err(|_wrong| Uncomposed::Facts)?,
                text: own_words::paragraphs(text, &values).map_err(|_wrong| Uncomposed::Facts)?,
                stop_link: (!notice.necessary).then(|| reminders::link(desk.settings, desk.keys, registration.id)),
                about,
            };
            write(desk, registration, &letter)
        }
        (Purpose::Reply, Some(&Facts::Reply { news })) => write(desk, registration, &letters::Reply::new(about, news)),
        (Purpose::WaitingList | Purpose::Offer | Purpose::Withdrawal | Purpose::Replanned | Purpose::Reply, _)
        | (Purpose::SignIn | Purpose::SignInChanged | Purpose::Trial, _)
        | (Purpose::Speaking | Purpose::Proposal | Purpose::Forward, _)
        | (Purpose::Delegation | Purpose::Named | Purpose::Followed | Purpose::TurnedAway | Purpose::Placed, _) => {
            Err(Uncomposed::Facts)
        }
    }
}

fn write<L: Letter>(desk: Desk<'_>, registration: &Registration, letter: &L) -> Result<Written, Uncomposed> {
    Ok(letters::write(desk.text, registration.language, letter)?)
}

fn about(desk: Desk<'_>, material: Material<'_>) -> About {
    let Material { registration, event, organisation, .. } = material;
    let link = |purpose, before: &str, after: &str| {
        let token = desk.keys.token(purpose, registration.id.0, registration.generation);
        desk.settings.address(&format!("{before}{token}{after}"))
    };
    let attendance = agenda::attendance(event, registration);
    // Who is invited has no page of their own before they have signed up.
    let manage_link = match material.purpose {
        Purpose::Invitation => link(Link::Invitation, &format!("/pamelding/{}/invitert/", event.slug), ""),
        _ => link(Link::Manage, "/mi/", ""),
    };
    About {
        series: material.series.map(|followed| OfSeries {
            title: followed.series.title.clone(),
            skip_link: format!("{manage_link}/meld-av"),
            link: follower_link(desk, followed),
        }),
        first_name: letters::first_name(&registration.name),
        title: event.title.clone(),
        organiser: organisation.name.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone,
        venue: event.venue.clone().filter(|venue| !venue.is_empty() && attendance != Attendance::Online),
        online: attendance != Attendance::InPerson,
        join_link: join_link(desk, event, registration),
        manage_link,
        feed_link: link(Link::Feed, "/kalender/", ".ics"),
        event_link: desk.settings.address(&event.path()),
        agenda: agenda::held(event, registration, registration.language),
        waiting: agenda::waited_for(event, registration, registration.language),
        own: Own::default(),
    }
}

/// What placeholders become in the words of organisers.
fn values(desk: Desk<'_>, material: Material<'_>, about: &About) -> Values {
    let language = material.registration.language;
    let word = |key: &str| desk.text.word(language, key, &[]);
    let name = about.first_name.clone();
    let venue = about.venue.as_ref().map(|venue| venue.get(language).to_owned());
    let place = match (venue, about.online) {
        (Some(venue), true) => format!("{venue} {}", word("letter-and-online")),
        (Some(venue), false) => venue,
        (None, true) => word("letter-online"),
        (None, false) => word("letter-in-person"),
    };
    Values {
        name: if name.is_empty() { word("letter-own-nameless") } else { name },
        event: about.title.get(language).to_owned(),
        when: desk.text.when(language, about.starts_at, about.ends_at, about.timezone),
        place,
        link: about.manage_link.clone(),
        organiser: about.organiser.get(language).to_owned(),
    }
}

/// From and ORGANIZER: never another one for an entry that was sent.
fn organiser(material: Material<'_>, language: Language) -> Party {
    let name = material.organisation.name.get(language).to_owned();
    match material.told {
        Some(told) => Party { name, address: told.organiser_address.clone() },
        None => Party { name, address: material.organisation.sender.clone() },
    }
}

/// To where the person's calendar answers, when that is an address of its own: what was told stays, or the entry would be
/// another organiser's.
fn reply_address(desk: Desk<'_>, material: Material<'_>) -> Option<String> {
    match (material.told, &desk.settings.reply_address) {
        (Some(told), _) => told.reply_address.clone(),
        (None, Some(pattern)) => Some(address::write(desk.keys, Addressee::Reply, pattern, material.registration.id.0)),
        (None, None) => None,
    }
}

fn calendar_part(desk: Desk<'_>, material: Material<'_>) -> Option<CalendarPart> {
    let Material { registration, event, told, sequence, .. } = material;
    let admitted = registration.state == Standing::Admitted;
    let mut organiser = organiser(material, registration.language);
    if let Some(address) = reply_address(desk, material) {
        organiser.address = address;
    }
    let keeps_entry = matches!(material.purpose, Purpose::Replanned | Purpose::WaitingList);
    match material.purpose {
        // It would stand in the organiser's calendar.
        _ if material.trial => None,
        // The links are those that the calendar has.
        Purpose::Link if material.facts == Some(&Facts::Asked) => None,
        Purpose::Reply if material.facts != Some(&Facts::Reply { news: News::Invitation }) => None,
        // Who has no place for now keeps the entry, as one that is not certain.
        Purpose::Confirmation
        | Purpose::Place
        | Purpose::Change
        | Purpose::Link
        | Purpose::Reply
        | Purpose::Replanned
        | Purpose::WaitingList
            if admitted || (keeps_entry && told.is_some()) =>
        {
            let entry = entry(desk, event, registration, material.uid, sequence, material.now);
            let attendee = Party { name: registration.name.clone(), address: registration.email.clone() };
            let moved = [material.since, told].into_iter().flatten().any(|told| told.time_moved(event));
            let answer = if moved { Answer::NeedsAction } else { Answer::Accepted };
            let standing = if admitted { Place::Confirmed } else { Place::Tentative };
            let ics = calendar::request(&entry, &organiser, &attendee, answer, standing);
            Some(CalendarPart { method: Method::Request, ics })
        }
        Purpose::Cancellation | Purpose::Withdrawal if material.invited => {
            // As it was told, or calendars would not find what to take out.
            let told = told?;
            let mut entry = entry(desk, event, registration, material.uid, sequence, material.now);
            entry.span = told.span();
            entry.summary.clone_from(&told.title);
            entry.conference = None;
            let attendee = Party { name: told.name.clone(), address: told.address.clone() };
            Some(CalendarPart { method: Method::Cancel, ics: calendar::cancel(&entry, &organiser, &attendee) })
        }
        _ => None,
    }
}

fn tell(desk: Desk<'_>, material: Material<'_>, organiser: &Party) -> Told {
    let Material { registration, event, .. } = material;
    let language = registration.language;
    let place = Where::of(event, registration, language);
    Told {
        language,
        title: event.title.get(language).to_owned(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone,
        venue: place.venue,
        online: place.online,
        choices: told::chosen(event, registration, language),
        sessions: agenda::held(event, registration, language),
        waiting: agenda::waited_for(event, registration, language).iter().map(|session| session.pool).collect(),
        name: registration.name.clone(),
        address: registration.email.clone(),
        organiser: organiser.name.clone(),
        organiser_address: organiser.address.clone(),
        reply_address: reply_address(desk, material),
        generation: registration.generation,
        sequence: material.sequence,
    }
}
