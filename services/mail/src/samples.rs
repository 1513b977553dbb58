//! Whole letters to sample people about sample events, for those who want to open them in other programs. They are
//! composed as real ones are, only from fixed names, ids and times.

mod conference;

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use host::{Keys, Settings};
use proto::account::{SignInChange, SignInChanged};
use proto::event::{Attendance, Contact, Event, EventKind, Pool, SignUp, WaitingList, WaitingMode, WaitingOrder};
use proto::organisation::Organisation;
use proto::registration::{Claim, ClaimState, Registration, State as Standing, Withdrawal};
use proto::{AccountId, EventId, Language, Localised, PoolId, RegistrationId, SignInChangeId};
use text::Text;
use uuid::Uuid;

use crate::composing::{self, Desk, Material};
use crate::dkim::Signatures;
use crate::planning::Facts;
use crate::purpose::Purpose;
use crate::told::Told;

/// A whole letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleLetter {
    /// Of the event and the letter: `summer-change`.
    pub name: String,
    /// As they would go over the wire.
    pub bytes: Vec<u8>,
}

/// Every sample letter in a language.
pub(crate) fn letters(text: &Text, language: Language) -> anyhow::Result<Vec<SampleLetter>> {
    let settings = Settings { url: "https://moteplass.example".parse()?, ..Settings::defaults()? };
    let keys = Keys::new(b"what these links are signed with opens nothing anywhere");
    let signatures = Signatures::default();
    let desk = Desk { settings: &settings, keys: &keys, text, signatures: &signatures };
    let organisation = organisation();
    let mut all = Vec::new();
    for (number, (name, event)) in (1_u32..).zip(events()?) {
        let of = |place, person: (&str, &str)| {
            Thread::new(desk, &organisation, name, signed(number, place, event.id, person, language))
        };
        all.extend(signed_up(of(10, ("Kari Nordmann", "kari.nordmann@kommune.example")), &event)?);
        all.extend(waited(of(20, ("Åse Øvrebø", "ase.ovrebo@kommune.example")), &event)?);
    }
    let kari = ("Kari Nordmann", "kari.nordmann@kommune.example");
    let kari = signed(conference::NUMBER, 10, EventId(id(conference::NUMBER, 2)), kari, language);
    all.extend(conference::took_part(Thread::new(desk, &organisation, "conference", kari))?);
    all.extend(conference::spoke(desk, &organisation, language)?);
    all.extend(conference::proposed(desk, &organisation, language)?);
    all.push(sign_in_changed(desk, &organisation, language)?);
    Ok(all)
}

/// Somebody who is signed up for the event with this number.
fn signed(number: u32, place: u32, event_id: EventId, (name, email): (&str, &str), language: Language) -> Registration {
    Registration {
        id: RegistrationId(id(number, place)),
        event_id,
        revision: 1,
        generation: 1,
        seq: place,
        name: name.to_owned(),
        email: email.to_owned(),
        language,
        state: Standing::Admitted,
        form: None,
        choices: vec![Claim { pool_id: PoolId(id(number, 51)), state: ClaimState::Held }],
        undecided: false,
    }
}

/// Somebody who had a place at once, in an event that is moved and cancelled.
fn signed_up(mut thread: Thread<'_>, event: &Event) -> anyhow::Result<Vec<SampleLetter>> {
    let mut earlier = event.clone();
    earlier.starts_at -= TimeDelta::hours(1);
    earlier.ends_at -= TimeDelta::hours(1);
    let before = |days| event.starts_at - TimeDelta::days(days);
    thread.write(Purpose::Confirmation, &earlier, None, before(20))?;
    thread.write(Purpose::Change, event, None, before(10))?;
    thread.write(Purpose::Reminder, event, None, before(1))?;
    thread.write(Purpose::Cancellation, event, None, event.starts_at - TimeDelta::hours(20))?;
    Ok(thread.letters)
}

/// Somebody who had to wait, and then could not come.
fn waited(mut thread: Thread<'_>, event: &Event) -> anyhow::Result<Vec<SampleLetter>> {
    let before = |days| event.starts_at - TimeDelta::days(days);
    thread.registration.state = Standing::Waiting;
    thread.write(Purpose::WaitingList, event, Some(&Facts::Waiting { position: 3 }), before(20))?;
    thread.registration.state = Standing::Admitted;
    thread.write(Purpose::Place, event, None, before(9))?;
    thread.registration.state = Standing::Withdrawn;
    let by_person = Facts::Withdrawal { why: Withdrawal::ByPerson };
    thread.write(Purpose::Withdrawal, event, Some(&by_person), before(8))?;
    Ok(thread.letters)
}

/// An organiser learns that there is a new way to sign in to their account.
fn sign_in_changed(desk: Desk<'_>, organisation: &Organisation, language: Language) -> anyhow::Result<SampleLetter> {
    let now = "2027-02-02T10:00:00Z".parse()?;
    let changed = SignInChanged {
        change_id: SignInChangeId(Uuid::from_u128(0x5151)),
        account_id: AccountId(Uuid::from_u128(0x5152)),
        organisation: organisation.slug.clone(),
        email: "arrangor@distriktssenteret.example".to_owned(),
        language,
        change: SignInChange::PasskeyMade,
        provider: None,
        device: Some("Firefox, Linux".to_owned()),
        at: now,
    };
    let composed = composing::compose_sign_in_changed(desk, changed.change_id.0, &changed, organisation, now)
        .context("the sample letter about signing in")?;
    Ok(SampleLetter { name: "account-sign_in_changed".to_owned(), bytes: composed.bytes })
}

/// The letters to one person, each knowing what the earlier ones said.
struct Thread<'a> {
    desk: Desk<'a>,
    organisation: &'a Organisation,
    name: &'static str,
    registration: Registration,
    told: Option<Told>,
    first: Option<String>,
    sequence: u32,
    attended: bool,
    letters: Vec<SampleLetter>,
}

impl<'a> Thread<'a> {
    fn new(desk: Desk<'a>, organisation: &'a Organisation, name: &'static str, registration: Registration) -> Self {
        Self {
            desk,
            organisation,
            name,
            registration,
            told: None,
            first: None,
            sequence: 0,
            attended: false,
            letters: Vec::new(),
        }
    }

    fn write(
        &mut self,
        purpose: Purpose,
        event: &Event,
        facts: Option<&Facts>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let name = format!("{}-{}", self.name, purpose.word());
        let of_letter = u128::try_from(self.letters.len()).unwrap_or_default() + 1;
        let uid = format!("{}@{}", self.registration.id, composing::host_name(self.desk.settings));
        let reason = reason();
        let material = Material {
            letter: Uuid::from_u128(self.registration.id.0.as_u128() + of_letter),
            purpose,
            facts,
            registration: &self.registration,
            event,
            reason: Some(&reason),
            note: None,
            attended: self.attended,
            followed: None,
            rule: None,
            organisation: self.organisation,
            uid: &uid,
            sequence: self.sequence,
            told: self.told.as_ref(),
            since: None,
            series: None,
            invited: self.told.is_some(),
            references: self.first.as_deref(),
            notice: None,
            wordings: None,
            trial: false,
            now,
        };
        let composed = composing::compose(self.desk, material).with_context(|| format!("the sample letter {name}"))?;
        self.sequence += u32::from(composed.calendar.is_some());
        self.told = composed.told.or(self.told.take());
        self.first.get_or_insert(composed.message_id);
        self.letters.push(SampleLetter { name, bytes: composed.bytes });
        Ok(())
    }
}

fn id(event: u32, place: u32) -> Uuid {
    Uuid::from_u128(0x5a31_0000_0000_4000_8000_0000_0000_0000 + u128::from(event) * 0x1_0000 + u128::from(place) * 0x10)
}

fn organisation() -> Organisation {
    Organisation {
        id: id(0, 1),
        revision: 1,
        slug: "distriktssenteret".to_owned(),
        name: Localised::from([(Language::Nn, "Distriktssenteret"), (Language::En, "The Rural Centre")]),
        required_languages: vec![Language::Nn],
        sender: "arrangement@distriktssenteret.example".to_owned(),
        accessibility_statement: "https://distriktssenteret.example/tilgjenge".to_owned(),
        privacy_notice: "https://distriktssenteret.example/personvern".to_owned(),
        retention_days: 365,
        logo: None,
        theme: proto::organisation::Theme::Blue,
    }
}

fn reason() -> Localised {
    Localised::from([
        (Language::Nn, "Det er meldt storm."),
        (Language::Nb, "Det er meldt storm."),
        (Language::Sv, "Det är storm på väg."),
        (Language::En, "A storm is on its way."),
    ])
}

/// Online in winter, in a hall in summer, both in spring, on either side of the clock changes.
fn events() -> anyhow::Result<[(&'static str, Event); 3]> {
    let hall = Localised::from([(Language::Nn, "Rådhuset, Storgata 1, Førde")]);
    let house = Localised::from([(Language::Nn, "Diehtosiida, Hánnoluohkká 45, Guovdageaidnu")]);
    let winter = Localised::from([
        (Language::Nn, "Tomme lokale i sentrum, og kva dei kan bli"),
        (Language::Nb, "Tomme lokaler i sentrum, og hva de kan bli"),
        (Language::Sv, "Tomma lokaler i centrum, och vad de kan bli"),
        (Language::En, "Empty premises, and what they can become"),
    ]);
    let summer = Localised::from([
        (Language::Nn, "Sommarsamling; \"levande\" bygder & byar"),
        (Language::Nb, "Sommersamling; \"levende\" bygder & byer"),
        (Language::Sv, "Sommarträff; \"levande\" bygder & byar"),
        (Language::En, "Summer gathering; \"living\" villages & towns"),
    ]);
    let sami = Localised::from([(Language::Nn, "Čáhcesuolu ja Kárášjohka: giđđačoahkkin đŋŧž")]);
    Ok([
        ("winter", event(1, "tomme-lokale", winter, "2027-01-20T09:00:00Z".parse()?, Attendance::Online, None)),
        (
            "summer",
            event(2, "sommarsamling", summer, "2027-06-16T09:00:00Z".parse()?, Attendance::InPerson, Some(hall)),
        ),
        ("sami", event(3, "cahcesuolu", sami, "2027-04-07T11:00:00Z".parse()?, Attendance::Both, Some(house))),
    ])
}

fn event(
    number: u32,
    slug: &str,
    title: Localised,
    starts_at: DateTime<Utc>,
    attendance: Attendance,
    venue: Option<Localised>,
) -> Event {
    let pool = |place: u32, whole: bool, label: Localised| Pool {
        id: PoolId(id(number, place)),
        whole,
        form: None,
        hint: None,
        price: None,
        session: None,
        venue: None,
        room: None,
        label,
        capacity: Some(40),
        starts_at: None,
        ends_at: None,
    };
    let group = Localised::from([
        (Language::Nn, "Gruppearbeid"),
        (Language::Nb, "Gruppearbeid"),
        (Language::Sv, "Grupparbete"),
        (Language::En, "Group work"),
    ]);
    Event {
        id: EventId(id(number, 2)),
        revision: 1,
        kind: EventKind::Webinar,
        slug: slug.to_owned(),
        organisation: "distriktssenteret".to_owned(),
        co_organisers: Vec::new(),
        series: None,
        title,
        summary: Localised::from([
            (Language::Nn, "Døme frå heile landet; éin ettermiddag, mykje å ta med heim."),
            (Language::Nb, "Eksempler fra hele landet; én ettermiddag, mye å ta med hjem."),
            (Language::Sv, "Exempel från hela landet; en eftermiddag, mycket att ta med hem."),
            (Language::En, "Examples from all over the country; one afternoon, much to take home."),
        ]),
        description: Localised::from([
            (Language::Nn, "Først snakkar vi.\n\nSå går vi ut og ser, i all slags vêr."),
            (Language::Nb, "Først snakker vi.\n\nSå går vi ut og ser, i all slags vær."),
            (Language::Sv, "Först pratar vi.\n\nSedan går vi ut och tittar, i alla väder."),
            (Language::En, "First we talk.\n\nThen we go out and look, in any weather."),
        ]),
        starts_at,
        ends_at: starts_at + TimeDelta::minutes(90),
        timezone: chrono_tz::Europe::Oslo,
        attendance,
        venue,
        contact: Contact {
            name: "Ingrid Sæther".to_owned(),
            email: "ingrid@distriktssenteret.example".to_owned(),
            phone: None,
        },
        sign_up: SignUp {
            opens_at: None,
            closes_at: starts_at,
            withdraw_until: starts_at - TimeDelta::hours(1),
            pools: vec![pool(50, true, Localised::default()), pool(51, false, group)],
            waiting_list: WaitingList { mode: WaitingMode::Direct, order: WaitingOrder::Strict, after_deadline: true },
            party_limit: 1,
            delegations: None,
            questions: Vec::new(),
            price: None,
            walks: Vec::new(),
            choose_again_working_hours: None,
            approval: false,
            closed: None,
        },
        reminders: vec![7 * 24 * 60, 24 * 60],
        usual_reminders: false,
        programme_version: None,
    }
}
