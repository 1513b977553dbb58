use super::{OneView, SeveralPage, UnfitView};
use crate::pages::list::asked::Chosen;
use crate::pages::sample;
use crate::several::{Doing, Unfit};
use host::{FieldError, Page};
use proto::RegistrationId;
use sea_orm::prelude::Uuid;

impl Page for SeveralPage {
    const TEMPLATE: &'static str = "registration/several.html";

    fn samples() -> Vec<Self> {
        let chosen = Chosen { status: "admitted", ..Chosen::default() };
        let id = |n: u128| RegistrationId(Uuid::from_u128(n));
        let asked = Self {
            event: sample::known().view(),
            errors: Vec::new(),
            search: String::new(),
            query: chosen.query(None),
            chosen,
            found: 12,
            most: None,
            acts: Doing::ALL.map(Doing::word).to_vec(),
            act: None,
            people: Vec::new(),
            unfit: Vec::new(),
            done: None,
            reason: None,
        };
        let person = |n: u128, name: &str, organisation: &str, checked| OneView {
            id: id(n),
            seq: u32::try_from(n).unwrap_or_default(),
            name: name.to_owned(),
            organisation: organisation.to_owned(),
            state: "admitted",
            checked,
        };
        let unfit = Unfit::ALL.iter().zip(10..).map(|(why, n)| UnfitView {
            id: id(n),
            name: "<script>alert(1)</script> \u{202e}Per Persson".to_owned(),
            why: why.word(),
        });
        let preview = Self {
            acts: Vec::new(),
            act: Some(Doing::SignOff.word()),
            people: vec![
                person(1, "Åse Ødegård", "Volda kommune", true),
                person(2, "\"><script>alert(1)</script>", "=1+1 <b>kommune</b>", true),
            ],
            unfit: unfit.collect(),
            ..asked.clone()
        };
        let came = Self { act: Some(Doing::Came.word()), unfit: Vec::new(), ..preview.clone() };
        let back = Self { act: Some(Doing::DidNotCome.word()), people: Vec::new(), ..preview.clone() };
        let many = Self {
            found: 10_000,
            most: Some(500),
            search: "\"><script>".to_owned(),
            errors: vec![FieldError::new("people", "Kryss av for minst éin person.")],
            people: vec![person(1, "Åse Ødegård", "", false)],
            ..preview.clone()
        };
        let approve = Self { act: Some(Doing::Approve.word()), ..came.clone() };
        let decline = Self {
            act: Some(Doing::Decline.word()),
            reason: Some("Berre for <tilsette>".to_owned()),
            errors: vec![FieldError::new("reason", "Skriv høgst 1000 teikn.")],
            ..came.clone()
        };
        let done = Self { people: Vec::new(), done: Some(11), ..preview.clone() };
        let nothing = Self { done: Some(0), ..back.clone() };
        vec![asked.clone(), Self { found: 0, ..asked }, preview, came, approve, decline, back, many, done, nothing]
    }
}
