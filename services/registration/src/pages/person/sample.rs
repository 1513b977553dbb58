use super::acting::Done;
use super::story::Moment;
use super::{NoteView, Other, PersonPage, views};
use crate::pages::choices::ChosenView;
use crate::pages::list::ReplyView;
use crate::pages::sample;
use crate::store::history::What;
use crate::store::placement::Placement;
use chrono::TimeDelta;
use host::{FieldError, Page};
use proto::RegistrationId;
use uuid::Uuid;

impl Page for PersonPage {
    const TEMPLATE: &'static str = "registration/person.html";

    fn samples() -> Vec<Self> {
        let known = sample::known();
        let answers = sample::answered(&known).answers(&known.event).unwrap_or_default();
        let at = known.event.starts_at - TimeDelta::days(9);
        let id = |n: u128| RegistrationId(Uuid::from_u128(n));
        let moments = What::ALL.map(|what| format!("reg-person-history-{}", what.word())).into_iter();
        let others = ["signed_up", "withdrawn", "undeliverable"].map(|word| format!("reg-person-history-{word}"));
        let note = |n, own, text: &str| NoteView { id: Uuid::from_u128(n), at, own, text: text.to_owned() };
        let full = Self {
            event: known.view(),
            errors: Vec::new(),
            notice: None,
            id: id(1),
            seq: 1,
            name: "<script>alert(1)</script> \u{202e}Åse Ødegård".to_owned(),
            email: "kari@kommune.no".to_owned(),
            organisation: "=1+1 kommune".to_owned(),
            language: "nn",
            state: "waiting",
            position: Some(3),
            offered_until: None,
            form: Some("in_person"),
            undeliverable: true,
            reply: Some(ReplyView { answer: "declined", proven: false }),
            choices: known.event.choices().map(|p| ChosenView { label: p.label.clone(), state: "waiting" }).collect(),
            placements: vec![Placement { name: known.event.title.clone(), kind: "tables", number: 4 }],
            party: vec![Other { id: id(2), name: "Per Persson".to_owned() }],
            answers: views(&known.event, &known.event.sign_up.questions, &answers),
            has_sensitive: true,
            sensitive: None,
            story: moments.chain(others).map(|key| Moment { at, key }).collect(),
            notes: vec![note(1, true, "Ringde.\nKjem seint."), note(2, false, "\"><script>alert(1)</script>")],
            edits: true,
            acts: vec!["plass", "endre", "lenkje", "meld-av"],
            typed: String::new(),
        };
        let shown =
            Self { sensitive: Some(views(&known.event, &known.event.sign_up.questions, &answers)), ..full.clone() };
        let nothing_answered =
            Self { sensitive: Some(Vec::new()), answers: Vec::new(), notes: Vec::new(), ..full.clone() };
        let read = Self {
            edits: false,
            acts: Vec::new(),
            state: "offered",
            offered_until: Some(at),
            position: None,
            reply: None,
            party: Vec::new(),
            placements: Vec::new(),
            ..full.clone()
        };
        let wrong = Self {
            errors: vec![FieldError::new("note", "Skriv merknaden kortare enn 2000 teikn.")],
            typed: "\"><script>alert(1)</script>".to_owned(),
            ..full.clone()
        };
        let done = Self { notice: Some(Done::Placed.notice()), ..full.clone() };
        vec![full, shown, nothing_answered, read, wrong, done]
    }
}
