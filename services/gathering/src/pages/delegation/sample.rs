//! Every face of the page.

use super::{DelegationPage, DeputyForm, HolderView, NameForm, RoleView, SeatView, UnknownLinkPage};
use crate::delegation::{Role, Standing};
use chrono::{DateTime, Utc};
use host::{Choice, FieldError, Page};
use proto::{Language, Localised};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

fn seat(n: u8, name: &str, role: Role, stands: &'static str) -> SeatView {
    SeatView { id: format!("seat-{n}"), name: name.to_owned(), role, stands }
}

fn holder(name: &str, deputy: bool, you: bool) -> HolderView {
    HolderView { id: name.to_owned(), name: name.to_owned(), deputy, you }
}

fn fresh() -> DelegationPage {
    let role = |role: Role, named, at_most, lacks| RoleView { role, named, at_most, lacks };
    DelegationPage {
        base: "/delegasjon/x".to_owned(),
        title: Localised::from([(Language::Nn, "Nettverkssamling for byregionar")]),
        path: "/samling/byregionar".to_owned(),
        starts_at: at("2027-04-27T09:00:00Z"),
        ends_at: at("2027-04-28T13:00:00Z"),
        timezone: "Europe/Oslo".to_owned(),
        venue: Some(Localised::from([(Language::Nn, "Kulturhuset i Namsos")])),
        member: "Region Namdal".to_owned(),
        standing: Standing::Opened,
        is_over: false,
        is_released: false,
        seats: 4,
        named: 0,
        left: 4,
        answer_before: Some(at("2027-04-05T14:00:00Z")),
        release_at: Some(at("2027-04-11T22:00:00Z")),
        is_duty: true,
        roles: vec![
            role(Role::Elected, 0, Some(2), 1),
            role(Role::Leadership, 0, None, 1),
            role(Role::Professional, 0, None, 0),
            role(Role::Other, 0, Some(1), 0),
        ],
        people: Vec::new(),
        history: Vec::new(),
        refused: Vec::new(),
        holders: vec![holder("Kari Døme", false, true)],
        may_add_deputy: true,
        extra: 2,
        extra_asked: 0,
        form: NameForm { language: "nn".to_owned(), ..NameForm::default() },
        role_choices: Role::ALL.into_iter().map(|role| Choice::new(role.word(), role.word())).collect(),
        languages: Language::ALL.into_iter().map(|one| Choice::new(one.code(), one.code())).collect(),
        municipalities: vec![Choice::new("5007", "Namsos"), Choice::new("5060", "Nærøysund")],
        deputy: DeputyForm::default(),
        extra_typed: String::new(),
        reason: String::new(),
        done: None,
        errors: Vec::new(),
    }
}

impl Page for DelegationPage {
    const TEMPLATE: &'static str = "gathering/delegation.html";

    fn samples() -> Vec<Self> {
        let partly = Self {
            standing: Standing::PartlyNamed,
            named: 4,
            left: 1,
            people: vec![
                seat(1, "Ola Ordførar", Role::Elected, "answered"),
                seat(2, "Åse Rådgivar-Langnamn Fylkesnes Eit-Namn-Som-Ikkje-Tek-Slutt", Role::Professional, "invited"),
                seat(3, "<b>Nils</b>", Role::Other, "named"),
            ],
            history: vec![
                seat(4, "Liv", Role::Leadership, "left"),
                seat(5, "Jon", Role::Leadership, "elsewhere"),
                seat(6, "Eva", Role::Elected, "full"),
                seat(7, "Per", Role::Elected, "too-late"),
            ],
            holders: vec![
                holder("Kari Døme", false, false),
                holder("Vara Døme", true, true),
                holder("Anna <Vara>", true, false),
            ],
            refused: vec![seat(6, "Eva <Full>", Role::Elected, "full")],
            extra_asked: 2,
            done: Some("bytt"),
            is_duty: false,
            ..fresh()
        };
        let error = |field: &str, text: &str| FieldError::new(field, text);
        let wrong = Self {
            form: NameForm {
                name: "\"><script>alert(1)</script>".to_owned(),
                email: "ikkje ei adresse".to_owned(),
                role: "konge".to_owned(),
                language: "nb".to_owned(),
                municipality: "5060".to_owned(),
                instead_of: "seat-1".to_owned(),
                replaced: "Ola Ordførar".to_owned(),
            },
            extra_asked: 0,
            deputy: DeputyForm { name: "V".to_owned(), email: "v".to_owned() },
            extra_typed: "9".to_owned(),
            reason: "Vi er mange.".to_owned(),
            errors: vec![
                error("name", "Skriv inn namnet"),
                error("email", "E-postadressa må innehalde @"),
                error("role", "Vel ei rolle"),
                error("deputy_email", "E-postadressa må innehalde @"),
                error("extra", "Skriv eit tal"),
                error("sure", "Kryss av"),
                error("", "Alle plassane har namn"),
            ],
            ..partly.clone()
        };
        let done = |done| Self { done: Some(done), ..fresh() };
        vec![
            fresh(),
            partly.clone(),
            wrong,
            Self { standing: Standing::Complete, left: 0, is_released: true, release_at: None, ..partly.clone() },
            Self { standing: Standing::Declined, seats: 0, left: 0, people: Vec::new(), ..partly.clone() },
            Self { is_over: true, answer_before: None, venue: None, extra: 0, may_add_deputy: false, ..partly },
            done("namn"),
            done("meld-av"),
            done("fleire"),
            done("vara"),
            done("vara-bort"),
            done("avslag"),
        ]
    }
}

impl Page for UnknownLinkPage {
    const TEMPLATE: &'static str = "gathering/unknown_link.html";

    fn samples() -> Vec<Self> {
        vec![Self { known: false }]
    }
}
