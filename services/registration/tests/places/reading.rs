//! What pages and the API read.

use crate::world::{World, form, on_both, person, webinar};
use registration::store;
use registration::store::standing::{Filter, everything_held, numbers, sign_ups};
use sea_orm::{ActiveModelTrait, Set};

on_both! {
    async fn organisers_read_their_list_page_by_page(kind) {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        for name in ["Åse_1", "Bjørn", "ase%x", "Dag"] {
            world.one(&event, name).await;
        }
        let db = &world.host.db.read;
        let names = |lines: &[store::standing::Line]| {
            lines.iter().map(|line| line.registration.name.clone()).collect::<Vec<_>>()
        };
        let (lines, total) = sign_ups(db, event.id, &Filter::default(), 1, 3).await.expect("a page");
        assert_eq!((names(&lines), total), (vec!["Dag".to_owned()], 4));
        let waiting = Filter { state: Some(store::registration::State::Waiting), search: None };
        let (lines, total) = sign_ups(db, event.id, &waiting, 0, 10).await.expect("a page");
        assert_eq!((names(&lines), total), (vec!["ase%x".to_owned(), "Dag".to_owned()], 2));
        // What one searches for is no pattern.
        let percent = Filter { state: None, search: Some("E%".to_owned()) };
        let (lines, _) = sign_ups(db, event.id, &percent, 0, 10).await.expect("a page");
        assert_eq!(names(&lines), ["ase%x"]);
        let underscore = Filter { state: None, search: Some("e_".to_owned()) };
        assert_eq!(names(&sign_ups(db, event.id, &underscore, 0, 10).await.expect("a page").0), ["Åse_1"]);
        let mut counted = numbers(db, event.id).await.expect("numbers");
        counted.sort_by_key(|(_, amount)| *amount);
        assert_eq!(counted.iter().map(|(_, amount)| *amount).collect::<Vec<_>>(), [2, 2]);
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
        let waiting = Filter { state: Some(store::registration::State::Waiting), search: None };
        let mut read = Vec::new();
        for page in 0..3 {
            let (lines, total) = sign_ups(db, event.id, &waiting, page, 1).await.expect("a page");
            assert_eq!(total, 3);
            read.extend(lines.into_iter().map(|line| line.registration.name));
        }
        assert_eq!(read, ["Tredje", "Fyrst", "Andre"]);
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
