//! The page of a plan in every state.

use super::form::WishForm;
use super::{NewsView, PersonView, PlanPage, TableView};
use crate::delegation::Role;
use crate::plan::{Breach, Kind};
use host::{FieldError, Page};
use proto::{Language, Localised};

impl Page for PlanPage {
    const TEMPLATE: &'static str = "gathering/plan.html";

    fn samples() -> Vec<Self> {
        let text = |nn: &str, en: &str| Localised::from([(Language::Nn, nn), (Language::En, en)]);
        let person = |id: &str, name: &str, role, locked, untold| PersonView {
            id: id.to_owned(),
            name: name.to_owned(),
            member: (id != "b").then(|| "Region <Nordfjord>".to_owned()),
            role,
            locked,
            untold,
        };
        let people = |table: u32| {
            vec![
                person(&format!("a{table}"), "Ask Døme", Some(Role::Elected), false, false),
                person("b", "Bjørk <b>Nils", None, true, false),
                person(&format!("c{table}"), "Edvard Lang-Namn-Johansen Påfunn", Some(Role::Professional), false, true),
            ]
        };
        let table = |number: u32, locked: bool, breaches: &[Breach]| TableView {
            number,
            locked,
            people: people(number),
            breaches: breaches.to_vec(),
        };
        let news = |what, name: &str| NewsView { what, name: name.to_owned(), table: 2 };
        let all = [Breach::OfMember, Breach::OfCounty, Breach::NoElected, Breach::Divided];
        let mut tables = vec![table(1, false, &[]), table(2, true, &all), table(3, false, &[])];
        tables[2].people.clear();
        let whole = Self {
            slug: "byregionar".to_owned(),
            base: "/arrangor/samling/byregionar/planar/x".to_owned(),
            title: text("Nettverkssamling for byregionar", "Gathering of city regions"),
            timezone: "Europe/Oslo".to_owned(),
            name: text("Middag på <kulturhuset>", "Dinner"),
            kind: Kind::Tables,
            size: 8,
            together: false,
            revision: 4,
            tables,
            newcomers: vec![person("n", "Lind Utkast", Some(Role::Leadership), false, false)],
            seated: 6,
            people: 7,
            news: vec![news("left", "Older Prøve"), news("took", "Rogn <Døme>")],
            untold: 3,
            told_at: "2027-04-20T09:00:00Z".parse().ok(),
            may_act: true,
            chosen: None,
            form: WishForm::sample(),
            done: None,
            many: None,
            refused: None,
            errors: Vec::new(),
        };
        let quiet = Self {
            kind: Kind::Groups,
            newcomers: Vec::new(),
            news: Vec::new(),
            untold: 0,
            told_at: None,
            together: true,
            ..whole.clone()
        };
        let empty = Self { tables: Vec::new(), seated: 0, people: 0, ..quiet.clone() };
        let reader = Self { may_act: false, ..whole.clone() };
        let chosen = |id: &str| {
            let mut page = whole.clone();
            page.choose(id);
            page
        };
        let errors = ["name_nn", "size", "sure"].map(|field| FieldError::new(field, "Skriv noko anna."));
        let wrong = Self { errors: errors.to_vec(), ..whole.clone() };
        let refused = Self { refused: Some("stale"), ..chosen("a1") };
        let done = Self { done: Some("sagt"), many: Some(3), ..quiet };
        vec![whole.clone(), empty, reader, chosen("b"), chosen("n"), wrong, refused, done]
    }
}
