use super::planner::{Planner, World, world};
use crate::store::conference;
use crate::timetable::example;
use axum::http::StatusCode;
use chrono::TimeDelta;
use host::testing::KINDS;
use proto::event::{Attendance, Event, EventPublished, Form};
use proto::registration::{PoolPlaces, SignupChanged};

/// The form filled in: everything online, with so many places.
fn online<'a>(places: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let fields = [
        ("attendance", "online"),
        ("online-label-nn", "På nett <alle>"),
        ("online-capacity", places),
        ("online-price-nn", "Gratis"),
        ("online-hint-nn", "Du får ei lenkje."),
    ];
    [&fields[..], more].concat()
}

async fn said(world: &World) -> Vec<Event> {
    bus::testing::said_of::<EventPublished>(&world.host.db).await.into_iter().map(|said| said.event).collect()
}

/// Registration tells how many have places: 312 in person with 4 waiting, 50 online.
async fn filled(world: &World) {
    let event = example::event();
    let places = [(312, 4), (50, 0)].into_iter().zip(event.sign_up.pools.iter());
    let pools =
        places.map(|((taken, waiting), pool)| PoolPlaces { pool_id: pool.id, left: None, taken, waiting }).collect();
    let told =
        SignupChanged { event_id: event.id, revision: 1, open: true, places_left: None, waiting: Some(4), pools };
    conference::keep_signup(&world.host.db.write, &told).await.unwrap();
}

async fn begun(planner: &Planner<'_>) -> String {
    planner.get("/deltaking").await.hidden("id=\"form\"", "begun")
}

#[tokio::test]
async fn who_is_moved_is_shown_before_the_conference_is_switched() {
    for kind in KINDS {
        let world = world(kind).await;
        filled(&world).await;
        let planner = world.planner();
        let begun = begun(&planner).await;
        let look = planner.send("/deltaking", &online("340", &[("begun", &begun), ("do", "look")])).await;
        assert_eq!(look.status, StatusCode::OK);
        look.says("312 personar som har plass, blir flytte: «På staden» blir «På nett».")
            .says("22 misser plassen og kjem på venteliste.")
            .says("4 personar på venteliste ventar vidare")
            .says("På nett &lt;alle&gt;");
        assert!(said(&world).await.is_empty(), "looking switches nothing");

        let looked = look.hidden("id=\"form\"", "looked");
        let switch = [("begun", begun.as_str()), ("looked", looked.as_str()), ("do", "switch")];
        // What is sent is not what was looked at: it is looked at again.
        let other = planner.send("/deltaking", &online("400", &switch)).await;
        other.says("Det er plass til alle.");
        assert!(said(&world).await.is_empty());

        let done = planner.send("/deltaking", &online("340", &switch)).await;
        assert!(done.location().ends_with("/deltaking?gjort=1"));
        let [event] = &said(&world).await[..] else { panic!("said once") };
        let before = example::event();
        assert_eq!((event.attendance, event.revision, &event.venue), (Attendance::Online, before.revision + 1, &None));
        let whole: Vec<_> = event.sign_up.pools.iter().filter(|pool| pool.whole).collect();
        assert_eq!((whole.len(), whole[0].form, whole[0].capacity), (1, Some(Form::Online), Some(340)));
        assert_eq!(whole[0].id, before.sign_up.pools[1].id, "those online keep what they have");
        assert_eq!(event.choices().count(), before.choices().count());
        planner.get("/deltaking?gjort=1").await.says("Slik er det no.");
        // The form was sent twice: it is like that already, and nobody is told again.
        let again = planner.send("/deltaking", &online("340", &switch)).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert_eq!(said(&world).await.len(), 1);
    }
}

#[tokio::test]
async fn two_who_switch_at_once_see_each_other() {
    for kind in KINDS {
        let world = world(kind).await;
        let (one, other) = (world.planner(), world.planner());
        let begun = begun(&one).await;
        let send = async |planner: &Planner<'_>, places: &str| {
            let look = planner.send("/deltaking", &online(places, &[("begun", &begun), ("do", "look")])).await;
            let looked = look.hidden("id=\"form\"", "looked");
            let fields = [("begun", begun.as_str()), ("looked", looked.as_str()), ("do", "switch")];
            planner.send("/deltaking", &online(places, &fields)).await
        };
        send(&one, "500").await.location();
        let late = send(&other, "600").await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        late.says("Nokon andre har endra det same").says("500").says("value=\"600\"");
        assert_eq!(said(&world).await.len(), 1);
        let now = late.hidden("id=\"form\"", "begun");
        assert_ne!(now, begun);
    }
}

#[tokio::test]
async fn what_is_missing_is_told_at_its_field_and_nothing_is_switched_afterwards() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let begun = begun(&planner).await;
        let nothing = planner.send("/deltaking", &[("begun", &begun)]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        nothing.says("id=\"attendance-error\"");
        let fields = [("begun", begun.as_str()), ("attendance", "both"), ("in_person-capacity", "0")];
        let wrong = planner.send("/deltaking", &fields).await;
        for field in ["venue-nn", "in_person-label-nn", "in_person-capacity", "online-label-nn"] {
            wrong.says(&format!("id=\"{field}-error\""));
        }
        wrong.silent("online-price-nn-error");
        assert!(said(&world).await.is_empty());
        world.host.clock.set(example::event().ends_at + TimeDelta::hours(1));
        let after = world.planner();
        after.get("/deltaking").await.says("over eller avlyst").silent("id=\"form\"");
        after.send("/deltaking", &online("5", &[("begun", &begun), ("do", "switch")])).await.says("over eller avlyst");
        assert!(said(&world).await.is_empty());
    }
}
