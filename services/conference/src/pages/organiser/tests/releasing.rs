use super::planner::{World, row, world};
use crate::programme::Programme;
use crate::store::{conference, speaker, version};
use crate::timetable::example::{occurrence_id, room_id};
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::conference::ProgrammeReleased;
use proto::{Language, OccurrenceId};
use uuid::Uuid;

async fn release(world: &World) -> String {
    let seen = world.stored().await.draft_revision.to_string();
    let fields = [("seen", seen.as_str()), ("when", "now"), ("note-nn", "Programmet er klart.")];
    world.planner().send("/utgje", &fields).await.location().to_owned()
}

async fn released(world: &World) -> Vec<ProgrammeReleased> {
    bus::testing::said_of(&world.host.db).await
}

async fn shift(world: &World, id: OccurrenceId, from: &str, to: &str, room: u128) {
    let placed = world.draft().await.occurrence(id).cloned().unwrap();
    let (revision, room) = (placed.revision.to_string(), room_id(room).0.to_string());
    let date = placed.starts_at.date_naive().to_string();
    let fields = [("date", date.as_str()), ("from", from), ("to", to), ("room", &room), ("revision", &revision)];
    world.planner().send(&format!("/plassering/{id}"), &fields).await.location();
}

#[tokio::test]
async fn who_is_affected_is_shown_before_anything_is_released() {
    for kind in KINDS {
        let world = world(kind).await;
        let workshop = occurrence_id(4);
        assert!(
            world
                .draft()
                .await
                .session(world.draft().await.occurrence(workshop).unwrap().session.unwrap())
                .unwrap()
                .chosen
        );
        assert!(release(&world).await.ends_with("gjort=released"));
        world.held(34, &[workshop]).await;
        shift(&world, workshop, "11.00", "12.30", 3).await;
        let page = world.planner().get("/utgje").await;
        page.says("34 personar som har plass, blir råka.")
            .says("Flytta")
            .says("kl. 10.30–12.00")
            .says("kl. 11.00–12.30");
        assert_eq!(released(&world).await.len(), 1, "looking releases nothing");
        world.planner().get("").await.says("34 personar blir råka");
        world.planner().get(&format!("/plassering/{workshop}")).await.says("34 personar har plass her.");

        assert!(release(&world).await.ends_with("gjort=released"));
        let said = released(&world).await;
        assert_eq!((said.len(), said[1].version), (2, 2));
        assert_eq!(said[1].note.as_ref().unwrap().get(Language::Nn), "Programmet er klart.");
        world
            .planner()
            .get("/utgje?gjort=released")
            .await
            .says("Programmet er gjeve ut.")
            .says("likt det som alle ser");
    }
}

#[tokio::test]
async fn what_somebody_else_changed_meanwhile_is_looked_at_before_it_is_released() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let seen = planner.get("/utgje").await.hidden("id=\"form\"", "seen");
        shift(&world, occurrence_id(1), "9.15", "10.00", 1).await;
        let answer = planner.send("/utgje", &[("seen", &seen), ("when", "now"), ("note-nn", "Velkomne <alle>")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        answer.says("Utkastet er endra sidan du såg på det.").says("Velkomne &lt;alle&gt;");
        assert!(released(&world).await.is_empty());
        let again = answer.hidden("id=\"form\"", "seen");
        planner.send("/utgje", &[("seen", &again), ("when", "now")]).await.location();
        assert_eq!(released(&world).await.len(), 1);
    }
}

#[tokio::test]
async fn a_release_can_wait_for_its_time_and_be_called_off() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        for (date, time) in [("2027-01-10", "9"), ("i morgon", "9"), ("2027-03-28", "02.30"), ("2027-02-01", "")] {
            let fields = [("seen", "1"), ("when", "later"), ("date", date), ("time", time)];
            let wrong = planner.send("/utgje", &fields).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{date} {time}");
            wrong.says("id=\"time-error\"");
        }
        let fields = [("seen", "1"), ("when", "later"), ("date", "2027-02-01"), ("time", "9.00"), ("note-nn", "Snart")];
        assert!(planner.send("/utgje", &fields).await.location().ends_with("gjort=scheduled"));
        let stored = world.stored().await;
        assert_eq!(stored.release_due, Some("2027-02-01T08:00:00Z".parse().unwrap()));
        planner.get("/utgje").await.says("måndag 1. februar 2027 kl. 09.00");
        assert!(planner.send("/utgje", &[("do", "unschedule")]).await.location().ends_with("gjort=unscheduled"));
        assert_eq!(world.stored().await.release_due, None);
        assert!(released(&world).await.is_empty());
    }
}

#[tokio::test]
async fn the_draft_goes_back_to_a_version_and_nobody_is_told_before_it_is_released() {
    for kind in KINDS {
        let world = world(kind).await;
        release(&world).await;
        shift(&world, occurrence_id(1), "9.30", "10.00", 1).await;
        release(&world).await;
        let planner = world.planner();
        let page = planner.get("/utgaver").await;
        page.says("Programmet er klart.").says("Den alle ser");
        let seen = page.hidden("<tbody>", "seen");
        assert!(planner.send("/utgaver", &[("version", "9"), ("seen", &seen)]).await.status == StatusCode::NOT_FOUND);
        let stale = planner.send("/utgaver", &[("version", "1"), ("seen", "1")]).await;
        assert!(stale.location().ends_with("gjort=changed"));
        assert!(
            planner.send("/utgaver", &[("version", "1"), ("seen", &seen)]).await.location().ends_with("gjort=taken")
        );
        let stored = world.stored().await;
        let first = version::find(&world.host.db.read, stored.id, 1).await.unwrap().unwrap().programme;
        let slot =
            |programme: &Programme| programme.occurrence(occurrence_id(1)).map(|one| (one.starts_at, one.ends_at));
        assert_eq!((slot(&stored.draft), stored.released), (slot(&first), 2));
        assert_eq!(released(&world).await.len(), 2);
    }
}

#[tokio::test]
async fn last_years_edition_gives_structure_and_people_but_no_dates() {
    for kind in KINDS {
        let world = world(kind).await;
        let (id, slug) = (Uuid::from_u128(0x2028), "byliv-2028");
        let mut next = row(slug, id, Programme::default());
        next.draft.days = world.draft().await.days[..1].to_vec();
        conference::insert(&world.host.db.write, next).await.unwrap();
        let other = row("anna-2026", Uuid::from_u128(0x2026), world.draft().await);
        conference::insert(&world.host.db.write, conference::Model { series: Some("anna".to_owned()), ..other })
            .await
            .unwrap();

        let planner = world.planner();
        let page = planner.at(slug, "/utgaver").await;
        page.says("Bylivdagane 2027").silent("anna-2026");
        for edition in ["anna-2026", "byliv-2028", "finst-ikkje", ""] {
            let answer = planner.send_at(slug, "/utgaver", &[("edition", edition), ("seen", "1")]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{edition}");
        }
        let done = planner.send_at(slug, "/utgaver", &[("edition", "byliv-2027"), ("seen", "1")]).await;
        assert!(done.location().ends_with("gjort=copied"));
        let made = conference::by_slug(&world.host.db.read, slug).await.unwrap().unwrap().draft;
        let from = world.draft().await;
        assert_eq!((made.sessions.len(), made.venues.len(), made.tracks.len()), (from.sessions.len(), 2, 3));
        assert_eq!((made.days.len(), made.occurrences.len()), (1, 0));
        let people = speaker::all(&world.host.db.read, id).await.unwrap();
        assert_eq!(people.len(), 3);
        let again = planner.send_at(slug, "/utgaver", &[("edition", "byliv-2027"), ("seen", "2")]).await;
        assert!(again.location().ends_with("gjort=not-empty"));
    }
}
