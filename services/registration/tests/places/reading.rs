//! What pages and the API read.

use crate::world::{World, form, on_both, person, webinar};
use proto::AccountId;
use proto::event::{AnswerType, Question};
use proto::{Language, Localised};
use registration::answers::{Answer, Answers, Organisation};
use registration::desk::errand::Person;
use registration::store;
use registration::store::participants::{Found, Group, Selection, Sorting, all, page};
use registration::store::standing::{everything_held, numbers};
use sea_orm::{ActiveModelTrait, Set};
use uuid::Uuid;

fn names(found: &Found) -> Vec<&str> {
    found.people.iter().map(|row| row.name.as_str()).collect()
}

fn asks_where_from() -> Question {
    let text = |text: &str| Localised::from([(Language::Nn, text)]);
    Question {
        key: "arbeidsstad".to_owned(),
        label: text("Kvar arbeider du?"),
        hint: None,
        required: false,
        answer: AnswerType::Organisation,
        only_if: None,
        purpose: text("Formål"),
        sensitive: false,
        delete_after_days: 60,
        autocomplete: None,
    }
}

fn from(name: &str, organisation: &str) -> Person {
    let answer = Answer::Organisation(Organisation::Named(organisation.to_owned()));
    let answers = Answers([("arbeidsstad".to_owned(), answer)].into_iter().collect());
    Person { answers, ..person(name) }
}

on_both! {
    async fn organisers_read_their_list_page_by_page(kind) {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        for name in ["Åse_1", "Bjørn", "ase%x", "Dag"] {
            world.one(&event, name).await;
        }
        let db = &world.host.db.read;
        let order = world.host.text.place_in_alphabet(Language::Nn);
        let found = page(db, event.id, &Selection::default(), &order, 2, 3).await.expect("a page");
        assert_eq!((names(&found), found.total, found.page), (vec!["Dag"], 4, 2));
        let behind = page(db, event.id, &Selection::default(), &order, 700, 3).await.expect("a page");
        assert_eq!(behind, found, "the last page stands for all behind it");
        let waiting = Selection { group: Some(Group::Waiting), ..Selection::default() };
        let found = page(db, event.id, &waiting, &order, 1, 10).await.expect("a page");
        assert_eq!((names(&found), found.total), (vec!["ase%x", "Dag"], 2));
        // What one searches for is no pattern.
        for (search, wanted) in [("E%", "ase%x"), ("e_", "Åse_1"), ("example.no  BJØ", "Bjørn")] {
            let searched = Selection { search: search.to_owned(), ..Selection::default() };
            assert_eq!(names(&page(db, event.id, &searched, &order, 1, 10).await.expect("a page")), [wanted]);
        }
        let mut counted = numbers(db, event.id).await.expect("numbers");
        counted.sort_by_key(|of| of.people);
        assert_eq!(counted.iter().map(|of| of.people).collect::<Vec<_>>(), [2, 2]);
    }

    async fn people_stand_in_the_order_of_the_alphabet_and_of_where_they_come_from(kind) {
        let mut event = webinar(None);
        event.sign_up.questions = vec![asks_where_from()];
        let world = World::with(kind, &event).await;
        for (name, organisation) in [("Åse", "volda"), ("anna", "Ørsta"), ("Zoe", "Alta"), ("Øystein", "Ålesund")] {
            world.sign_up(&event, form(&[from(name, organisation)])).await;
        }
        let nowhere = world.one(&event, "Ægir").await;
        let db = &world.host.db.read;
        let order = world.host.text.place_in_alphabet(Language::Nb);
        for (sorting, wanted) in [
            (Sorting::Name, ["anna", "Zoe", "Ægir", "Øystein", "Åse"]),
            (Sorting::Organisation, ["Zoe", "Åse", "anna", "Øystein", "Ægir"]),
            (Sorting::Newest, ["Ægir", "Øystein", "Zoe", "anna", "Åse"]),
        ] {
            let selection = Selection { sorting, ..Selection::default() };
            let mut read = Vec::new();
            for n in 1..=3 {
                let found = page(db, event.id, &selection, &order, n, 2).await.expect("a page");
                read.extend(found.people.into_iter().map(|row| row.name));
            }
            assert_eq!(read, wanted, "{sorting:?}");
            let all = all(db, event.id, &selection, &order).await.expect("all");
            assert_eq!(all.into_iter().map(|row| row.name).collect::<Vec<_>>(), wanted, "{sorting:?}");
        }
        let from_volda = Selection { search: "VOLDA".to_owned(), ..Selection::default() };
        assert_eq!(names(&page(db, event.id, &from_volda, &order, 1, 9).await.expect("a page")), ["Åse"]);
        // It stays when something else is decided about them, and goes with the answer.
        world.withdraw(&event, nowhere.id).await;
        let first = world.rows(&event).await.remove(0);
        world.withdraw(&event, first.id()).await;
        assert_eq!(world.rows(&event).await[0].organisation, "volda");
        world.host.clock.set(event.ends_at + chrono::TimeDelta::days(61));
        registration::clock::erase(world.host.host.clone(), world.bus.clone()).await.expect("a turn");
        assert!(world.rows(&event).await.iter().all(|row| row.organisation.is_empty() && !row.search.contains("alta")));
    }

    async fn the_waiting_list_is_read_in_the_order_in_which_people_are_asked(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        for name in ["Plass", "Fyrst", "Andre", "Tredje"] {
            world.one(&event, name).await;
        }
        // Whoever came last has an old place in the queue.
        let last = world.rows(&event).await.pop().expect("a row");
        let early = store::registration::ActiveModel { id: Set(last.id), turn: Set(-1), ..Default::default() };
        early.update(&world.host.db.write).await.expect("a row");
        let db = &world.host.db.read;
        let order = world.host.text.place_in_alphabet(Language::Nn);
        let waiting = Selection { group: Some(Group::Waiting), ..Selection::default() };
        let mut read = Vec::new();
        for n in 1..=3 {
            let found = page(db, event.id, &waiting, &order, n, 1).await.expect("a page");
            assert_eq!(found.total, 3);
            read.extend(found.people);
        }
        assert_eq!(read.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Tredje", "Fyrst", "Andre"]);
        let ids: Vec<Uuid> = world.rows(&event).await.iter().map(|row| row.id).collect();
        let positions = store::registration::positions(db, event.id, &ids).await.expect("positions");
        assert_eq!(positions.len(), 3, "who has a place stands in no queue");
        for (row, position) in read.iter().zip(1..) {
            assert_eq!((positions[&row.id], world.standing(row.id()).await.position), (position, Some(position)));
        }
    }

    async fn what_became_of_somebody_is_told_and_goes_with_them(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let first = world.one(&event, "fyrst").await;
        let second = world.one(&event, "andre").await;
        world.withdraw(&event, first.id).await;
        let db = &world.host.db.read;
        let account = AccountId(Uuid::from_u128(99));
        store::note::add(&world.host.db.write, world.now(), account, second.id, "Kjem seint.").await.expect("kept");
        let held = everything_held(db, &world.host.vault, second.id).await.expect("a database").expect("something");
        let of_second = store::history::of(db, second.id).await.expect("a database");
        assert_eq!(of_second.iter().map(|row| row.what.word()).collect::<Vec<_>>(), ["waitlisted", "moved_up"]);
        assert_eq!(held.notes.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["Kjem seint."]);
        let of_first = store::history::of(db, first.id).await.expect("a database");
        assert_eq!(of_first.iter().map(|row| row.what.word()).collect::<Vec<_>>(), ["admitted", "withdrew"]);
        world.withdraw(&event, second.id).await;
        world.host.clock.set(event.ends_at + chrono::TimeDelta::days(31));
        registration::clock::erase(world.host.host.clone(), world.bus.clone()).await.expect("a turn");
        for id in [first.id, second.id] {
            assert_eq!(store::history::of(db, id).await.expect("a database"), []);
            assert_eq!(store::note::of(db, id).await.expect("a database"), []);
        }
    }

    async fn a_person_gets_everything_that_is_held(kind) {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        let pair = world.sign_up(&event, form(&[person("a"), person("b")])).await;
        let held = everything_held(&world.host.db.read, &world.host.vault, pair[1].id).await.expect("a database").expect("something");
        assert_eq!(held.registration.email, "b@example.no");
        assert_eq!(held.party, world.standing(pair[0].id).await.party);
        let text = serde_json::to_string(&held).expect("JSON");
        assert!(!text.contains("a@example.no"), "nothing of others");
    }
}
