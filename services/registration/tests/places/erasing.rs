//! Deletion that runs by itself.

use crate::world::{World, form, on_both, person, webinar};
use chrono::TimeDelta;
use proto::event::{AnswerType, Event, Question};
use proto::gathering::{PlanKind, PlanPlaced};
use proto::mail::{Answer as ReplyAnswer, MailDelivered, MailUndeliverable, ReplyReceived};
use proto::organisation::{Organisation, OrganisationChanged};
use proto::registration::RegistrationErased;
use proto::webinar::WebinarJoined;
use proto::{Language, Localised, PlanId};
use registration::answers::{Answer, Answers};
use registration::clock::erase;
use registration::desk::errand::Person;
use registration::hears::Registrations;
use registration::store;
use sea_orm::EntityTrait;

fn question(key: &str, sensitive: bool, delete_after_days: u16) -> Question {
    let text = |text: &str| Localised::from([(Language::Nn, text)]);
    Question {
        key: key.to_owned(),
        label: text("Spørsmål"),
        hint: None,
        required: false,
        answer: AnswerType::Text,
        only_if: None,
        purpose: text("Formål"),
        sensitive,
        delete_after_days,
        autocomplete: None,
    }
}

pub(crate) fn event() -> Event {
    let mut event = webinar(Some(1));
    event.sign_up.questions = vec![question("mat", true, 7), question("rolle", false, 60)];
    event
}

pub(crate) fn answering(name: &str) -> Person {
    let given = [("mat", "Glutenfri"), ("rolle", "Planleggjar")];
    let answers = given.into_iter().map(|(key, text)| (key.to_owned(), Answer::Text(text.to_owned())));
    Person { answers: Answers(answers.collect()), ..person(name) }
}

fn organisation(retention_days: u16) -> OrganisationChanged {
    OrganisationChanged {
        organisation: Organisation {
            id: crate::world::id(7),
            revision: 1,
            slug: "distriktssenteret".to_owned(),
            name: Localised::from([(Language::Nn, "Distriktssenteret")]),
            required_languages: vec![Language::Nn],
            sender: "kurs@example.org".to_owned(),
            accessibility_statement: "https://example.org/uu".to_owned(),
            privacy_notice: "https://example.org/personvern".to_owned(),
            retention_days,
            logo: None,
            theme: proto::organisation::Theme::Blue,
        },
    }
}

on_both! {
    async fn sensitive_answers_lie_apart_from_the_others(kind) {
        let event = event();
        let world = World::with(kind, &event).await;
        let kari = world.sign_up(&event, form(&[answering("kari")])).await.remove(0);
        let db = &world.host.db.read;
        let plain = store::answer::of(db, kari.id.0).await.expect("a database").expect("answers");
        let apart = store::sensitive_answer::of(db, &world.host.vault, kari.id.0).await.expect("a database").expect("answers");
        assert_eq!(plain.0.keys().collect::<Vec<_>>(), ["rolle"]);
        assert_eq!(apart.0.keys().collect::<Vec<_>>(), ["mat"]);
        assert_eq!(world.standing(kari.id).await.answers.0.len(), 2);
    }

    async fn the_rule_of_a_question_counts_after_it_is_asked_no_more(kind) {
        let event = event();
        let world = World::with(kind, &event).await;
        bus::testing::hear(&Registrations, &world.host, organisation(365)).await.expect("heard");
        let kari = world.sign_up(&event, form(&[answering("kari")])).await.remove(0);
        let mut changed = event.clone();
        changed.revision += 1;
        changed.sign_up.questions.clear();
        world.publish(&changed).await;
        let answers = || async { world.standing(kari.id).await.answers.0.into_keys().collect::<Vec<_>>() };
        for (days, left) in [(6, vec!["mat", "rolle"]), (7, vec!["rolle"]), (60, vec![])] {
            world.host.clock.set(event.ends_at + TimeDelta::days(days));
            erase(world.host.host.clone(), world.bus.clone()).await.expect("a turn");
            assert_eq!(answers().await, left, "after {days} days");
        }
    }

    async fn what_comes_late_about_somebody_who_is_erased_is_not_kept(kind) {
        let event = event();
        let world = World::with(kind, &event).await;
        let kari = world.sign_up(&event, form(&[answering("kari")])).await.remove(0);
        let row = world.rows(&event).await.remove(0);
        let erased = registration::person::erase(&world.host, &row.email).await.expect("deleted");
        assert_eq!(erased, (1, 0));
        let left = world.rows(&event).await;
        let (id, event_id, at) = (kari.id, event.id, world.now());
        let (purpose, reason) = ("confirmation".to_owned(), "550 5.1.1 Kari".to_owned());
        for _ in 0..2 {
            let undeliverable = MailUndeliverable {
                registration_id: id,
                event_id,
                purpose: purpose.clone(),
                reason: reason.clone(),
                at: None,
            };
            let delivered = MailDelivered { registration_id: id, event_id, purpose: purpose.clone(), at };
            let reply = ReplyReceived {
                registration_id: id,
                event_id,
                revision: 1,
                answer: ReplyAnswer::Declined,
                proven: true,
                at,
            };
            let placed = PlanPlaced {
                plan_id: PlanId(crate::world::id(8)),
                event_id,
                registration_id: id,
                revision: 1,
                name: Localised::from([(Language::Nn, "Middag")]),
                kind: PlanKind::Tables,
                table: Some(3),
                before: None,
            };
            let joined = WebinarJoined { registration_id: id, event_id, at };
            let db = &world.host;
            bus::testing::hear(&Registrations, db, undeliverable).await.expect("heard");
            bus::testing::hear(&Registrations, db, delivered).await.expect("heard");
            bus::testing::hear(&Registrations, db, reply).await.expect("heard");
            bus::testing::hear(&Registrations, db, placed).await.expect("heard");
            let said = bus::testing::hear(&Registrations, db, joined).await.expect("heard");
            assert_eq!(said, [], "nobody is told of who is erased");
        }
        assert_eq!(world.rows(&event).await, left);
        let db = &world.host.db.read;
        assert!(store::reply::of(db, id.0).await.expect("a database").is_none());
        assert!(store::placement::of(db, id.0).await.expect("a database").is_empty());
        assert!(store::history::of(db, id).await.expect("a database").is_empty());
    }

    async fn everything_goes_when_its_time_has_come(kind) {
        let event = event();
        let world = World::with(kind, &event).await;
        bus::testing::hear(&Registrations, &world.host, organisation(365)).await.expect("heard");
        let kari = world.sign_up(&event, form(&[answering("kari")])).await.remove(0);
        let ola = world.sign_up(&event, form(&[answering("ola")])).await.remove(0);
        let after = |days: i64| event.ends_at + TimeDelta::days(days);
        let turn = || async { erase(world.host.host.clone(), world.bus.clone()).await.expect("a turn") };
        let answers = || async { world.standing(kari.id).await.answers.0.into_keys().collect::<Vec<_>>() };

        world.host.clock.set(after(7) - TimeDelta::seconds(1));
        turn().await;
        assert_eq!(answers().await, ["mat", "rolle"]);
        world.host.clock.set(after(7));
        turn().await;
        assert_eq!(answers().await, ["rolle"]);

        // Ola never got a place.
        world.host.clock.set(after(30));
        turn().await;
        let standing = |id| store::standing::standing(&world.host.db.read, &world.host.vault, id);
        assert!(standing(ola.id).await.expect("a database").is_none());
        assert!(standing(kari.id).await.expect("a database").is_some());
        world.host.clock.set(after(60));
        turn().await;
        assert_eq!(answers().await, Vec::<String>::new());

        world.host.clock.set(after(365));
        turn().await;
        turn().await;
        assert!(standing(kari.id).await.expect("a database").is_none());
        for row in world.rows(&event).await {
            assert_eq!((row.name.as_str(), row.email.as_str(), row.address), ("", "", None));
        }
        let said = bus::testing::said_of::<RegistrationErased>(&world.host.db).await;
        assert_eq!(said.iter().map(|fact| fact.registration_id).collect::<Vec<_>>(), [ola.id, kari.id]);
        let receipts = store::erasure::Entity::find().all(&world.host.db.read).await.expect("receipts");
        let amounts: Vec<_> = receipts.iter().map(|row| (row.question.as_deref(), row.amount)).collect();
        assert_eq!(amounts, [(Some("mat"), 2), (None, 1), (Some("rolle"), 1), (None, 1)]);
        let row = store::event::by_id(&world.host.db.read, event.id).await.expect("a database").expect("an event");
        assert_eq!(row.erase_due, None, "nothing is left to look for");
    }
}
