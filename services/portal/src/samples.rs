//! Things to show when no one has entered anything: for trying out every page in every language.

use crate::availability::Signup;
use crate::coming::Listed;
use chrono::{DateTime, TimeDelta, Utc};
use proto::event::{Attendance, Contact, Event, EventKind, Pool, SignUp, WaitingList, WaitingMode, WaitingOrder};
use proto::organisation::Organisation;
use proto::{EventId, Language, Localised, PoolId};
use uuid::Uuid;

/// A Monday morning.
pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_799_658_000, 0).unwrap_or_default()
}

pub(crate) fn webinar() -> Event {
    let starts_at = now() + TimeDelta::days(64);
    Event {
        id: EventId(Uuid::from_u128(1)),
        revision: 1,
        kind: EventKind::Webinar,
        slug: "tomme-lokale".to_owned(),
        organisation: "distriktssenteret".to_owned(),
        co_organisers: vec!["bylivsenteret".to_owned()],
        series: None,
        title: Localised::from([
            (Language::Nn, "Tomme lokale"),
            (Language::Nb, "Tomme lokaler"),
            (Language::Sv, "Tomma lokaler"),
            (Language::En, "Empty premises"),
        ]),
        summary: Localised::from([
            (Language::Nn, "Korleis får vi liv i tomme lokale i sentrum?"),
            (Language::Nb, "Hvordan får vi liv i tomme lokaler i sentrum?"),
            (Language::Sv, "Hur får vi liv i tomma lokaler i centrum?"),
            (Language::En, "How do we bring empty premises in the centre to life?"),
        ]),
        description: Localised::from([(Language::Nn, "Ein time om tomme lokale.")]),
        starts_at,
        ends_at: starts_at + TimeDelta::minutes(90),
        timezone: chrono_tz::Europe::Oslo,
        attendance: Attendance::Online,
        venue: None,
        contact: Contact { name: "Desken".to_owned(), email: "desken@example.org".to_owned(), phone: None },
        sign_up: SignUp {
            opens_at: None,
            closes_at: starts_at,
            withdraw_until: starts_at,
            pools: vec![Pool {
                id: PoolId(Uuid::from_u128(2)),
                whole: true,
                form: None,
                hint: None,
                price: None,
                session: None,
                venue: None,
                room: None,
                label: Localised::from([(Language::Nn, "Heile webinaret")]),
                capacity: Some(40),
                starts_at: None,
                ends_at: None,
            }],
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
        reminders: vec![1440, 60],
        usual_reminders: false,
        programme_version: None,
    }
}

pub(crate) fn gathering() -> Event {
    let starts_at = now() + TimeDelta::days(80);
    Event {
        id: EventId(Uuid::from_u128(3)),
        kind: EventKind::Gathering,
        slug: "nettverkssamling".to_owned(),
        title: Localised::from([
            (Language::Nn, "Nettverkssamling på Røros <& omland>"),
            (Language::Sv, "Nätverksträff"),
        ]),
        summary: Localised::from([(
            Language::Nn,
            "To dagar om byregionar. Ein “lang” tekst med \"hermeteikn\" og </script>.",
        )]),
        starts_at,
        ends_at: starts_at + TimeDelta::days(1),
        attendance: Attendance::InPerson,
        venue: Some(Localised::from([(Language::Nn, "Røros hotell, Røros")])),
        ..webinar()
    }
}

pub(crate) fn organisation() -> Organisation {
    Organisation {
        id: Uuid::from_u128(4),
        revision: 1,
        slug: "distriktssenteret".to_owned(),
        name: Localised::from([(Language::Nn, "Distriktssenteret"), (Language::En, "Centre for Rural Development")]),
        required_languages: vec![Language::Nn, Language::Nb],
        sender: "pamelding@example.org".to_owned(),
        accessibility_statement: "https://example.no/tilgjenge/1".to_owned(),
        privacy_notice: "https://example.org/personvern".to_owned(),
        retention_days: 180,
        logo: None,
        theme: proto::organisation::Theme::Blue,
    }
}

/// One event in each state that a list can show.
pub(crate) fn standings() -> Vec<Listed> {
    let told = |places_left, waiting| Some(Signup { open: true, places_left, waiting });
    let listed = |event, signup| Listed { event, cancelled: false, changed_at: now(), signup, programme: None };
    let mut closed = webinar();
    closed.sign_up.closes_at = now();
    let mut later = webinar();
    later.sign_up.opens_at = Some(now() + TimeDelta::days(3));
    let mut over = webinar();
    over.starts_at = now() - TimeDelta::days(30);
    over.ends_at = over.starts_at + TimeDelta::hours(1);
    vec![
        listed(webinar(), told(Some(1), Some(0))),
        listed(gathering(), told(Some(1250), None)),
        listed(webinar(), told(Some(0), Some(12))),
        listed(webinar(), told(Some(0), None)),
        listed(webinar(), told(None, None)),
        listed(webinar(), None),
        listed(closed, None),
        listed(later, None),
        Listed { cancelled: true, ..listed(webinar(), None) },
        listed(over, told(Some(3), None)),
    ]
}
