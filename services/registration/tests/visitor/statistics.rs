//! The numbers of an event, for those who may see numbers.

use crate::world::{Answer, DINNER, FORM, World, at, event, right};
use axum::http::StatusCode;
use chrono::TimeDelta;
use host::testing::KINDS;
use proto::account::{EventRole, Role};
use proto::{EventId, Language, Localised};
use registration::store::{answer, audit, registration as row, statistics};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

const LIST: &str = "/arrangor/pameldingar/levande-sentrum";
const PAGE: &str = "/arrangor/pameldingar/levande-sentrum/tal";
const FILE: &str = "/arrangor/pameldingar/levande-sentrum/tal.csv";
const OWN: &str = "distriktssenteret";

#[tokio::test]
async fn whoever_has_any_role_sees_numbers_and_nobody_else_is_told_that_there_are_any() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        for path in [PAGE, FILE] {
            for role in Role::ALL {
                for organisation in [OWN, "byliv"] {
                    let seen = world.get_as(path, organisation, role).await;
                    assert_eq!(seen.status, StatusCode::OK, "{path} {organisation} {role:?}");
                    assert_eq!(seen.header("cache-control"), "no-store");
                    seen.says_not("Kari");
                    seen.says_not("kari@");
                }
                assert_eq!(world.get_as(path, "visit", role).await.status, StatusCode::NOT_FOUND, "{path} {role:?}");
                let at = |event, organisation: &str| EventRole { event, organisation: organisation.to_owned(), role };
                assert_eq!(world.get_at(path, &at(event().id, OWN)).await.status, StatusCode::OK, "{path} {role:?}");
                for elsewhere in [at(EventId(Uuid::from_u128(4711)), OWN), at(event().id, "visit")] {
                    assert_eq!(world.get_at(path, &elsewhere).await.status, StatusCode::NOT_FOUND, "{path} {role:?}");
                }
            }
            assert!(world.get(path).await.location().starts_with("/arrangor/logg-inn?til="));
            let nowhere = path.replace("levande", "daude");
            assert_eq!(world.get_as(&nowhere, OWN, Role::Owner).await.status, StatusCode::NOT_FOUND);
        }
        // Nobody was seen, so there is nothing to note.
        assert_eq!(audit::of_event(&world.host.db.read, event().id).await.unwrap(), []);
        let list = world.get_as(LIST, OWN, Role::Reader).await;
        list.says(&format!("href=\"{PAGE}\""));
        let numbers = world.get_as(LIST, OWN, Role::Numbers).await;
        assert_eq!((numbers.status, numbers.location()), (StatusCode::SEE_OTHER, PAGE));
    }
}

#[tokio::test]
async fn everything_is_counted_by_the_days_of_the_event_s_zone() {
    for kind in KINDS {
        let mut asking = event();
        asking.sign_up.questions[0].label = Localised::from([(Language::Nn, "=1+1")]);
        let world = World::with(kind, &asking).await;
        world.host.clock.set(at("2027-03-01T22:59:59Z"));
        let dinner = DINNER.to_string();
        let choosing = right(&[("name", "Åse"), ("email", "a@x.no"), ("choice", &dinner)]);
        assert_eq!(world.post(FORM, &choosing).await.status, StatusCode::SEE_OTHER);
        let leaves = world.link(&world.rows().await[0]);
        // In Oslo it is the next day.
        world.host.clock.set(at("2027-03-01T23:00:00Z"));
        let stad = right(&[("name", "Berit"), ("email", "b@x.no"), ("q-municipality", "Stad")]);
        assert_eq!(world.post(FORM, &stad).await.status, StatusCode::SEE_OTHER);
        world.signed_up("Cato", "c@x.no").await;
        let before = world.get_as(FILE, OWN, Role::Reader).await;
        assert!(before.body.starts_with("\u{feff}Tabell;Gruppe;Kva;Tal\r\n"), "{}", before.body);
        assert_eq!(before.header("content-disposition"), "attachment; filename=\"levande-sentrum-tal.csv\"");
        for line in [
            "No;;Påmelde;2\r\n",
            "No;;På venteliste;1\r\n",
            "Påmelding over tid;2027-03-01;Meldte seg på;1\r\n",
            "Påmelding over tid;2027-03-02;Meldte seg på;2\r\n",
            "Påmelding over tid;2027-03-02;\"Påmelde ved slutten av dagen, med venteliste\";3\r\n",
            "Plassar;Samlinga;Ledige;0\r\n",
            "Plassar;Samlinga;Ventar;1\r\n",
            "Plassar;Middag;Tekne;1\r\n",
            "Kommune: Kommune;Stad (Vestland);Har plass;1\r\n",
            "Kommune: Kommune;Volda (Møre og Romsdal);Har plass;1\r\n",
            "Fylke: Kommune;Vestland;Har plass;1\r\n",
            "'=1+1;Eg møter opp;Har plass;2\r\n",
            "'=1+1;På nett;Har plass;0\r\n",
            "Språk;Nynorsk;Har plass;2\r\n",
        ] {
            before.says(line);
        }
        before.says_not("Kom;");
        // What the kitchen must know is not counted here.
        before.says_not("vegetar");

        world.host.clock.set(at("2027-03-02T10:00:00Z"));
        assert_eq!(world.post(&format!("{leaves}/meld-av"), &[]).await.status, StatusCode::SEE_OTHER);
        let berit = world.rows().await[1].id.to_string();
        let came = world.post_as(&format!("{LIST}/kom"), OWN, Role::Door, &[("id", &berit), ("kom", "ja")]).await;
        assert_eq!(came.status, StatusCode::SEE_OTHER);
        let after = world.get_as(FILE, OWN, Role::Owner).await;
        for line in [
            "Påmelding over tid;2027-03-02;Meldte seg av;1\r\n",
            "Påmelding over tid;2027-03-02;\"Påmelde ved slutten av dagen, med venteliste\";2\r\n",
            "Plassar;Middag;Tekne;0\r\n",
            "Oppmøte;Kom;Har plass;1\r\n",
            "Oppmøte;Kom ikkje;Har plass;1\r\n",
            "Kommune: Kommune;Stad (Vestland);Kom;1\r\n",
            "Kommune: Kommune;Volda (Møre og Romsdal);Kom;0\r\n",
        ] {
            after.says(line);
        }
        let page = world.get_as(PAGE, OWN, Role::Reader).await;
        for text in ["<svg", "Volda (Møre og Romsdal)", "2. mars 2027", "Diagram: Plassar. Tabellen seier det same."] {
            page.says(text);
        }
        page.says_not(" style=");
    }
}

#[tokio::test]
async fn whoever_sees_no_people_is_told_no_number_that_tells_who_it_is() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Åse", "a@x.no").await;
        let stad = right(&[("name", "Berit"), ("email", "b@x.no"), ("q-municipality", "Stad")]);
        world.post(FORM, &stad).await;
        let says_little = |seen: &Answer| {
            seen.says("færre enn 3");
            seen.says("Volda (Møre og Romsdal)");
        };
        for (organisation, role) in [(OWN, Role::Numbers), (OWN, Role::Door), ("byliv", Role::Owner)] {
            let file = world.get_as(FILE, organisation, role).await;
            says_little(&file);
            file.says("Kommune: Kommune;Volda (Møre og Romsdal);Har plass;færre enn 3\r\n");
            // All that there are, and those that there are none of, tell of nobody.
            file.says("No;;Påmelde;2\r\n");
            file.says("Korleis vil du delta?;På nett;Har plass;0\r\n");
            says_little(&world.get_as(PAGE, organisation, role).await);
        }
        for role in [Role::Owner, Role::Editor, Role::Reader] {
            world.get_as(PAGE, OWN, role).await.says_not("færre enn 3");
        }
    }
}

#[tokio::test]
async fn what_was_deleted_stays_as_a_number() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Åse", "a@x.no").await;
        world.signed_up("Berit", "b@x.no").await;
        world.host.clock.set(event().ends_at + TimeDelta::days(1));
        assert_eq!(world.post(&format!("{link}/slett"), &[]).await.status, StatusCode::SEE_OTHER);
        let file = world.get_as(FILE, OWN, Role::Reader).await;
        file.says("No;;Påmelde;2\r\n");
        file.says("Kommune: Kommune;Volda (Møre og Romsdal);Har plass;1\r\n");
        file.says("Kommune: Kommune;\"Ikkje svart, eller svaret er sletta\";Har plass;1\r\n");
    }
}

#[tokio::test]
async fn of_ten_thousand_people_the_database_gives_a_few_lines() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let first = world.rows().await.remove(0);
        let db = &world.host.db.write;
        let given = answer::of(db, first.id).await.unwrap().expect("answers");
        let another = |number: i64| row::Model {
            id: Uuid::from_u128(u128::from(number.unsigned_abs())),
            seq: first.seq + number,
            turn: first.turn + number,
            address: Some(format!("p{number}@x.no")),
            created_at: first.created_at + TimeDelta::seconds(7 * number),
            ..first.clone()
        };
        let others: Vec<row::Model> = (1..10_000).map(another).collect();
        for some in others.chunks(500) {
            let rows = some.iter().map(|one| one.clone().into_active_model().reset_all());
            row::Entity::insert_many(rows).exec_without_returning(db).await.unwrap();
            let answers: Vec<_> = some.iter().map(|one| (one.id, given.clone())).collect();
            answer::keep(db, &answers).await.unwrap();
        }
        let answered = statistics::answered(db, event().id, "municipality").await.unwrap();
        assert_eq!(answered.iter().map(|one| one.people).collect::<Vec<_>>(), [10_000]);
        let over_time = statistics::over_time(db, event().id, statistics::Turn::SignedUp).await.unwrap();
        assert!(over_time.len() <= 80, "{}", over_time.len());
        assert_eq!(over_time.iter().map(|(_, people)| people).sum::<u32>(), 10_000);
        assert_eq!(statistics::standings(db, event().id).await.unwrap().len(), 1);
        world.get_as(PAGE, OWN, Role::Numbers).await.says("10\u{a0}000");
    }
}
