use super::planner::world;
use crate::store::conference;
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::account::Role;
use proto::event::{Attendance, EventCancelled, EventPublished, Form};

const STEPS: [(&str, &[(&str, &str)]); 4] = [
    ("tekst", &[("title_nn", "Ny <konferanse>"), ("summary_nn", "To dagar."), ("description_nn", "Om byar.")]),
    (
        "tid",
        &[
            ("day-day", "11"),
            ("day-month", "5"),
            ("day-year", "2037"),
            ("starts", "10"),
            ("until-day", "12"),
            ("until-month", "5"),
            ("until-year", "2037"),
            ("ends", "15.30"),
            ("timezone", "Europe/Oslo"),
            ("attendance", "both"),
            ("venue_nn", "Narvik kulturhus"),
            ("room_nn", "Storsalen"),
        ],
    ),
    (
        "pamelding",
        &[
            ("capacity", "150"),
            ("online_capacity", "1000"),
            ("contact_name", "Kontoret"),
            ("contact_email", "post@bylivsenteret.example"),
        ],
    ),
    ("val", &[("choice-1_nn", "Middag")]),
];

#[tokio::test]
async fn a_conference_from_nothing_is_published_and_its_programme_planned() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.signed_in("bylivsenteret", Role::Editor);
        let begun = planner.begin("bylivsenteret").await;
        let path = begun.location().strip_suffix("/steg/tekst").expect("on to the first step").to_owned();
        let own = path.strip_prefix("/arrangor/konferanse").expect("a conference").to_owned();
        let own = own.strip_prefix('/').unwrap_or_default();
        for (version, (step, fields)) in (1..).zip(STEPS) {
            let version = version.to_string();
            let fields = [&[("version", version.as_str())], fields].concat();
            let saved = planner.send_at(own, &format!("/steg/{step}"), &fields).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{step}: {}", saved.text);
        }
        planner.at(own, "/sja/nn").await.says("Ny &lt;konferanse&gt;").says("Middag");
        for other in [world.signed_in("bylivsenteret", Role::Reader), world.signed_in("distriktssenteret", Role::Owner)]
        {
            assert_eq!(other.at(own, "").await.status, StatusCode::NOT_FOUND);
        }
        let done = planner.send_at(own, "", &[("version", "5")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let event = bus::testing::said_of::<EventPublished>(&world.host.db).await.pop().expect("it is said").event;
        let forms: Vec<_> = event.sign_up.pools.iter().map(|pool| (pool.form, pool.capacity)).collect();
        assert_eq!(event.attendance, Attendance::Both);
        assert_eq!(forms, [(Some(Form::InPerson), Some(150)), (Some(Form::Online), Some(1000)), (None, None)]);
        let row = conference::by_slug(&world.host.db.read, &event.slug).await.unwrap().unwrap();
        assert_eq!((row.draft.days.len(), row.draft.venues.len(), row.released), (2, 1, 0));
        assert_eq!(row.draft.venues[0].rooms.len(), 1);
        for page in ["", "/program", "/stader", "/utgje"] {
            assert_eq!(planner.at(&event.slug, page).await.status, StatusCode::OK, "{page}");
        }

        let reason = [("reason_nn", "Storm."), ("sure", "yes")];
        let cancelled = planner.send_at(&event.slug, "/avlysing", &reason).await;
        assert_eq!(cancelled.status, StatusCode::SEE_OTHER, "{}", cancelled.text);
        assert_eq!(bus::testing::said_of::<EventCancelled>(&world.host.db).await.len(), 1);
        planner.at(&event.slug, "/avlysing").await.silent("<textarea");
    }
}
