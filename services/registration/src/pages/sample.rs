//! An event with every kind of question, and forms filled in for it, to look at and to test.

use super::event::{Awaits, Known};
use super::field::Typed;
use super::form::FormPage;
use super::notice::Notice;
use super::sent::{Guest, Sent};
use crate::desk::errand::Refusal;
use crate::places::{Places, Pool as Counted};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proto::event::{
    AnswerType, Attendance, Choice, Condition, Contact, Country, Event, EventKind, Form, Pool, Question, SignUp,
    WaitingList, WaitingMode, WaitingOrder,
};
use proto::organisation::Organisation;
use proto::registration::{Chosen, Claim, ClaimState, Registration, State as Stands};
use proto::{EventId, Language, Localised, PoolId, RegistrationId, SessionId};
use std::sync::Arc;
use uuid::Uuid;

fn texts(nn: &str, nb: &str, sv: &str, en: &str) -> Localised {
    Localised::from([(Language::Nn, nn), (Language::Nb, nb), (Language::Sv, sv), (Language::En, en)])
}

/// Only in Nynorsk, as organisers' texts may be.
fn nynorsk(text: &str) -> Localised {
    Localised::from([(Language::Nn, text)])
}

fn starts_at() -> DateTime<Utc> {
    DateTime::from_timestamp(1_805_184_000, 0).unwrap_or_default()
}

/// The event, with places left.
pub(crate) fn known() -> Known {
    let event = event();
    let counted = |pool: &Pool| Counted { whole: pool.whole, ..Counted::choice(pool.id, pool.capacity) };
    let mut pools: Vec<Counted> = event.sign_up.pools.iter().map(counted).collect();
    if let [whole, _, walk] = pools.as_mut_slice() {
        whole.taken = 46;
        walk.taken = 20;
    }
    let places =
        Places { pools, waiting: 0, mode: WaitingMode::Direct, order: WaitingOrder::Strict, walks: Vec::new() };
    Known {
        co_organisers: vec![texts("BYLIVsenteret", "BYLIVsenteret", "BYLIVsenteret", "BYLIVsenteret"), nynorsk("KS")],
        organisation: Some(organisation()),
        cancelled: false,
        gone: Vec::new(),
        places,
        event: Arc::new(event),
    }
}

/// The same with everything taken and people waiting.
pub(crate) fn full() -> Known {
    let mut known = known();
    for pool in &mut known.places.pools {
        pool.taken = pool.capacity.unwrap_or_default();
    }
    known.places.waiting = 6;
    known
}

/// A conference of two days with forms and sessions, some of them full.
pub(crate) fn programme() -> Known {
    let mut known = known();
    let event = Arc::make_mut(&mut known.event);
    event.kind = EventKind::Conference;
    event.sign_up.questions.clear();
    event.programme_version = Some(2);
    let whole = event.sign_up.pools[0].clone();
    let of = |n: u128, form, hint: &str, capacity| Pool {
        id: PoolId(Uuid::from_u128(n)),
        form: Some(form),
        hint: Some(nynorsk(hint)),
        price: (form == Form::InPerson).then(|| nynorsk("Gratis, med lunsj.")),
        capacity,
        ..whole.clone()
    };
    let session = |n: u128, label: Localised, hours: (i64, i64), capacity, room: &str| Pool {
        id: PoolId(Uuid::from_u128(n)),
        whole: false,
        label,
        capacity: Some(capacity),
        starts_at: Some(event.starts_at + TimeDelta::hours(hours.0)),
        ends_at: Some(event.starts_at + TimeDelta::hours(hours.1)),
        session: Some(SessionId(Uuid::from_u128(100 + n))),
        room: Some(nynorsk(room)),
        ..whole.clone()
    };
    let shops = texts("Tomme lokale", "Tomme lokaler", "Tomma lokaler", "Empty premises");
    let mut stream = session(15, nynorsk("Spørsmål til dei som er på nett"), (23, 24), 400, "På nett");
    stream.form = Some(Form::Online);
    stream.hint = Some(nynorsk("Møteleiaren svarer i praten."));
    event.sign_up.pools = vec![
        of(11, Form::InPerson, "Eksempelhuset i Førde, med trinnfri tilkomst.", Some(50)),
        of(12, Form::Online, "Du får ei lenkje og kan stille spørsmål i praten.", None),
        session(13, shops.clone(), (1, 2), 30, "Vinkelsalen, Eksempelhuset"),
        session(
            14,
            nynorsk("<b>Byvandring</b> med svært lang tittel om levande sentrum i alle årstider"),
            (1, 3),
            20,
            "Torget",
        ),
        stream,
        session(16, shops, (24, 25), 30, "Vinkelsalen, Eksempelhuset"),
        session(18, nynorsk("Bustader i sentrum"), (24, 26), 12, "Loftet, Eksempelhuset"),
    ];
    // Given twice.
    event.sign_up.pools[5].session = event.sign_up.pools[2].session;
    let counted = |pool: &Pool| Counted {
        whole: pool.whole,
        form: pool.form,
        session: pool.session,
        times: pool.starts_at.zip(pool.ends_at),
        ..Counted::choice(pool.id, pool.capacity)
    };
    known.places.pools = known.event.sign_up.pools.iter().map(counted).collect();
    known.places.pools[0].taken = 50;
    known.places.pools[3].taken = 20;
    known.gone = vec![Chosen {
        pool_id: PoolId(Uuid::from_u128(17)),
        label: nynorsk("Handel og <i>bustader</i>"),
        starts_at: Some(known.event.starts_at + TimeDelta::hours(24)),
        ends_at: Some(known.event.starts_at + TimeDelta::hours(25)),
        room: None,
    }];
    known
}

/// Somebody who has two sessions at the same time since the programme changed, and one that is gone.
pub(crate) fn touched(known: &Known) -> Registration {
    let claim = |n: u128, state| Claim { pool_id: PoolId(Uuid::from_u128(n)), state };
    Registration {
        id: RegistrationId(id()),
        event_id: known.event.id,
        revision: 3,
        generation: 0,
        seq: 1,
        name: "Kari Nordmann".to_owned(),
        email: "kari@kommune.no".to_owned(),
        language: Language::Nn,
        state: Stands::Admitted,
        form: Some(Form::InPerson),
        choices: vec![claim(13, ClaimState::Held), claim(14, ClaimState::Waiting), claim(17, ClaimState::Released)],
        undecided: false,
    }
}

fn organisation() -> Organisation {
    Organisation {
        id: Uuid::nil(),
        revision: 1,
        slug: "distriktssenteret".to_owned(),
        name: texts("Distriktssenteret", "Distriktssenteret", "Distriktssenteret", "Distriktssenteret"),
        required_languages: vec![Language::Nn, Language::Nb],
        sender: "post@example.no".to_owned(),
        accessibility_statement: "https://example.no/tilgjenge".to_owned(),
        privacy_notice: "https://example.no/personvern".to_owned(),
        retention_days: 180,
        logo: None,
        theme: proto::organisation::Theme::Blue,
    }
}

fn event() -> Event {
    let starts_at = starts_at();
    let pool = |n: u128, whole, label, capacity, hours: Option<(i64, i64)>| Pool {
        id: PoolId(Uuid::from_u128(n)),
        whole,
        form: None,
        hint: None,
        price: None,
        session: None,
        venue: None,
        room: None,
        label,
        capacity,
        starts_at: hours.map(|(from, _)| starts_at + TimeDelta::hours(from)),
        ends_at: hours.map(|(_, to)| starts_at + TimeDelta::hours(to)),
    };
    Event {
        id: EventId(Uuid::from_u128(7)),
        revision: 3,
        kind: EventKind::Webinar,
        slug: "levande-sentrum".to_owned(),
        organisation: "distriktssenteret".to_owned(),
        co_organisers: vec!["bylivsenteret".to_owned(), "ks".to_owned()],
        series: None,
        title: texts(
            "nettverkssamling for levande sentrum",
            "nettverkssamling for levende sentrum",
            "nätverksträff för levande centrum",
            "a network gathering on living town centres",
        ),
        summary: nynorsk("Vi møtest for å lære av kvarandre om tomme lokale, møteplassar og næring i sentrum."),
        description: nynorsk("To dagar i Førde."),
        starts_at,
        ends_at: starts_at + TimeDelta::hours(29),
        timezone: Tz::Europe__Oslo,
        attendance: Attendance::Both,
        venue: Some(nynorsk("Eksempelhuset i Førde")),
        contact: Contact {
            name: "Postmottaket".to_owned(),
            email: "post@example.no".to_owned(),
            phone: Some("22 00 25 00".to_owned()),
        },
        sign_up: SignUp {
            opens_at: None,
            closes_at: starts_at - TimeDelta::days(2),
            withdraw_until: starts_at - TimeDelta::days(1),
            pools: vec![
                pool(1, true, nynorsk("Heile samlinga"), Some(50), None),
                pool(2, false, nynorsk("Middag"), Some(40), Some((9, 11))),
                pool(3, false, nynorsk("Byvandring"), Some(20), Some((22, 24))),
            ],
            waiting_list: WaitingList { mode: WaitingMode::Direct, order: WaitingOrder::Strict, after_deadline: false },
            party_limit: 3,
            delegations: None,
            questions: questions(),
            price: Some(nynorsk("Gratis. Meld deg av seinast dagen før dersom du ikkje kan kome.")),
            walks: Vec::new(),
            choose_again_working_hours: None,
            approval: false,
            closed: None,
        },
        reminders: vec![1440],
        usual_reminders: false,
        programme_version: None,
    }
}

fn question(key: &str, label: Localised, answer: AnswerType, required: bool) -> Question {
    Question {
        key: key.to_owned(),
        label,
        hint: None,
        required,
        answer,
        only_if: None,
        purpose: nynorsk("Vi treng svaret for å planleggje samlinga."),
        sensitive: false,
        delete_after_days: 30,
        autocomplete: None,
    }
}

fn choice(value: &str, label: Localised) -> Choice {
    Choice { value: value.to_owned(), label }
}

fn only_if(question: &str, value: &str) -> Option<Condition> {
    Some(Condition { question: question.to_owned(), any_of: vec![value.to_owned()] })
}

fn questions() -> Vec<Question> {
    let attend = vec![
        choice(
            "in_person",
            texts(
                "Eg møter opp i Førde",
                "Jeg møter opp i Førde",
                "Jag är på plats i Førde",
                "I will be there in person",
            ),
        ),
        choice("online", texts("Eg deltek på nett", "Jeg deltar på nett", "Jag deltar digitalt", "I will join online")),
    ];
    let roles = [
        "Ordførar",
        "Folkevald",
        "Kommunedirektør",
        "Planleggjar",
        "Næringsrådgivar",
        "Prosjektleiar",
        "Rådgivar",
        "Anna",
    ];
    let roles = roles.iter().map(|role| choice(&role.to_lowercase().replace(['ø', 'å'], "o"), nynorsk(role))).collect();
    let days = vec![choice("first", nynorsk("Måndag")), choice("second", nynorsk("Tysdag"))];
    let mut kitchen = question(
        "kitchen",
        texts(
            "Er det noko kjøkenet må vite?",
            "Er det noe kjøkkenet må vite?",
            "Är det något köket behöver veta?",
            "Is there anything the kitchen should know?",
        ),
        AnswerType::Text,
        false,
    );
    kitchen.hint = Some(nynorsk("Skriv berre det kjøkenet treng, til dømes «vegetar» eller «utan nøtter»."));
    kitchen.only_if = only_if("attend", "in_person");
    kitchen.sensitive = true;
    kitchen.delete_after_days = 14;
    let mut nights =
        question("nights", nynorsk("Kor mange netter?"), AnswerType::Number { min: Some(0), max: Some(3) }, false);
    nights.only_if = only_if("attend", "in_person");
    let mut arrival = question("arrival", nynorsk("Når kjem du?"), AnswerType::Date, false);
    arrival.only_if = only_if("attend", "in_person");
    let mut phone = question("phone", nynorsk("Mobilnummer"), AnswerType::Phone, false);
    phone.hint = Some(nynorsk("Berre til viktige endringar same dag."));
    phone.autocomplete = Some("tel".to_owned());
    let mut municipality =
        question("municipality", nynorsk("Kommune"), AnswerType::Municipality { country: Country::Both }, true);
    municipality.hint = Some(nynorsk("Skriv dei første bokstavane og vel frå lista."));
    let attending =
        texts("Korleis vil du delta?", "Hvordan vil du delta?", "Hur vill du delta?", "How will you attend?");
    vec![
        question("attend", attending, AnswerType::OneOf { options: attend }, true),
        kitchen,
        nights,
        arrival,
        phone,
        municipality,
        question("role", nynorsk("Rolla di"), AnswerType::OneOf { options: roles }, true),
        question("workplace", nynorsk("Arbeidsplass"), AnswerType::Organisation, false),
        question("days", nynorsk("Kva dagar kjem du?"), AnswerType::SeveralOf { options: days }, false),
        question("invoice", nynorsk("E-post for faktura"), AnswerType::Email, false),
        question("list", nynorsk("Vil du stå på deltakarlista?"), AnswerType::YesNo, false),
        question("wishes", nynorsk("Kva vil du lære meir om?"), AnswerType::LongText, false),
    ]
}

fn id() -> Uuid {
    Uuid::from_u128(0x0193_4000_0000_7000_8000_0000_0000_0001)
}

/// A form filled in with these, by the key of the question.
pub(crate) fn filled(known: &Known, pairs: &[(&str, Typed)]) -> Sent {
    let mut sent = Sent::fresh(&known.event, id());
    for (question, typed) in known.event.sign_up.questions.iter().zip(&mut sent.typed) {
        if let Some((_, given)) = pairs.iter().find(|(key, _)| *key == question.key) {
            *typed = given.clone();
        }
    }
    sent
}

fn text(text: &str) -> Typed {
    Typed { text: text.to_owned(), ..Typed::default() }
}

fn chosen(values: &[&str]) -> Typed {
    Typed { several: values.iter().map(|value| (*value).to_owned()).collect(), ..Typed::default() }
}

/// A form that is right, with an answer to nearly everything.
pub(crate) fn answered(known: &Known) -> Sent {
    let date = Typed { day: "15".to_owned(), month: "3".to_owned(), year: "2027".to_owned(), ..Typed::default() };
    let mut sent = filled(
        known,
        &[
            ("attend", chosen(&["in_person"])),
            ("kitchen", text("vegetar")),
            ("nights", text("2")),
            ("arrival", date),
            ("municipality", text("Volda kommune")),
            ("role", chosen(&["planleggjar"])),
            ("workplace", text("964 965 226")),
            ("days", chosen(&["first", "second"])),
            ("list", chosen(&["yes"])),
            ("wishes", text("Tomme lokale.\n\nOg <b>byrom</b>.")),
        ],
    );
    sent.name = "Kari Nordmann".to_owned();
    sent.email = "kari@kommune.no".to_owned();
    sent
}

/// Everything that can be wrong at once, all of it meant badly.
fn hostile(known: &Known) -> Sent {
    let bad = "\"><script>alert(1)</script>{{ 7191*7 }}\r\nATTENDEE:mailto:x@example.org";
    let mut sent = filled(
        known,
        &[
            ("attend", chosen(&["in_person"])),
            ("kitchen", text(&format!("{bad}{}", "x".repeat(300)))),
            ("nights", text("1250,5")),
            (
                "arrival",
                Typed { day: "31".to_owned(), month: "2".to_owned(), year: "2027".to_owned(), ..Typed::default() },
            ),
            ("phone", text("' OR 1=1 --")),
            ("municipality", text("Voldda")),
            ("role", chosen(&["keisar"])),
            ("workplace", text("964965227")),
            ("days", chosen(&["second", "third"])),
            ("invoice", text("kari.kommune.no")),
            ("list", chosen(&["maybe"])),
            ("wishes", text(&"å".repeat(4_001))),
        ],
    );
    sent.name = bad.to_owned();
    sent.email = "kari.kommune.no".to_owned();
    sent.choices = vec!["no-such-choice".to_owned()];
    sent.guests[0] = Guest { name: String::new(), email: "<b>@example.org".to_owned() };
    sent
}

/// The form as people may see it: clean, full, with what is to be put right, with a message.
pub(crate) fn forms() -> Vec<FormPage> {
    let (open, full) = (known(), full());
    let blank = Sent::fresh(&open.event, id());
    let hostile = hostile(&open);
    let page = |sent: &Sent| {
        let problems = sent.party(&open.event, Language::Nn).err().unwrap_or_default();
        FormPage::new(&open, Some(Awaits::Place), sent, &problems)
    };
    let mut simple = known();
    let event = Arc::make_mut(&mut simple.event);
    event.sign_up.questions.clear();
    event.sign_up.pools.truncate(1);
    event.sign_up.party_limit = 1;
    event.venue = None;
    simple.organisation = None;
    simple.co_organisers.clear();
    let programme = programme();
    let mut torn = Sent::fresh(&programme.event, id());
    torn.form = "in_person".to_owned();
    torn.choices = vec![PoolId(Uuid::from_u128(13)).to_string(), PoolId(Uuid::from_u128(14)).to_string()];
    let clash = Refusal::ClashingChoices(PoolId(Uuid::from_u128(13)), PoolId(Uuid::from_u128(14)));
    let torn_between: Vec<_> = [Refusal::FormMissing, clash].iter().filter_map(super::sent::as_problem).collect();
    vec![
        FormPage::new(&open, Some(Awaits::Place), &blank, &[]),
        page(&blank),
        page(&hostile),
        FormPage::new(&full, Some(Awaits::Queue), &blank, &[]),
        FormPage::new(&open, Some(Awaits::Place), &hostile, &[]).saying(Notice::NOT_GENUINE),
        FormPage::new(&open, None, &blank, &[]).saying(Notice::no_sign_up(&Refusal::Closed, Tz::Europe__Oslo)),
        FormPage::new(&simple, Some(Awaits::Place), &Sent::fresh(&simple.event, id()), &[]),
        FormPage::new(&programme, Some(Awaits::Place), &Sent::fresh(&programme.event, id()), &[]),
        FormPage::new(&programme, Some(Awaits::Place), &torn, &torn_between),
    ]
}

/// Somebody with a place, of whom nothing is known.
#[cfg(test)]
pub(crate) fn somebody() -> crate::store::registration::Model {
    crate::store::registration::Model {
        id: Uuid::nil(),
        event_id: Uuid::nil(),
        party_id: Uuid::nil(),
        seq: 1,
        turn: 1,
        revision: 1,
        generation: 0,
        state: crate::store::registration::State::Admitted,
        form: None,
        offered_until: None,
        choose_before: None,
        name: String::new(),
        email: String::new(),
        address: None,
        organisation: String::new(),
        search: String::new(),
        language: "nn".to_owned(),
        created_at: chrono::DateTime::UNIX_EPOCH,
        withdrawn_at: None,
        attended_at: None,
        undeliverable_at: None,
        undeliverable: None,
        reached_at: None,
        erased_at: None,
    }
}
