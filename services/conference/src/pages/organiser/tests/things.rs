use super::planner::{World, spoken, world};
use crate::programme::{Access, AccessNeed, Part};
use crate::store::speaker;
use crate::timetable::example::{self, room_id, session_id, speaker_id};
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::conference::SpeakerErased;
use proto::{Language, Localised};
use uuid::Uuid;

#[tokio::test]
async fn a_session_is_written_in_every_language_with_those_who_speak() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let form = planner.get("/bolk").await;
        let id = form.hidden("id=\"form\"", "id");
        let (first, second) = (speaker_id(1).to_string(), speaker_id(2).to_string());
        let fields = [
            ("id", id.as_str()),
            ("revision", "0"),
            ("title-nn", " Folk først "),
            ("title-nb", "Mennesker først"),
            ("description-nn", "Eitt avsnitt.\r\n\r\nEitt til."),
            ("kind", "workshop"),
            ("attendance", "both"),
            ("chosen", "yes"),
            ("capacity", "25"),
            ("part-speaker", &first),
            ("part-role", "moderates"),
            ("part-speaker", ""),
            ("part-role", "speaks"),
            ("part-speaker", &second),
            ("part-role", "speaks"),
            ("part-speaker", "00000000-0000-0000-0000-000000000001"),
            ("part-role", "speaks"),
            ("need-sign_language", "needed"),
            ("need-captions", "answered"),
        ];
        let done = planner.send("/bolk", &fields).await;
        assert!(done.location().ends_with(&format!("/bolk/{id}?lagra=1")));
        // The button was pressed twice.
        planner.send("/bolk", &fields).await;
        let draft = world.draft().await;
        let kept: Vec<_> = draft.sessions.iter().filter(|session| session.id.to_string() == id).collect();
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].title, Localised::from([(Language::Nn, "Folk først"), (Language::Nb, "Mennesker først")]));
        assert_eq!(kept[0].description.get(Language::Nn), "Eitt avsnitt.\n\nEitt til.");
        let parts = [(1, true), (2, false)].map(|(n, moderates)| Part { speaker: speaker_id(n), moderates });
        assert_eq!(kept[0].parts, parts);
        let needs = [(Access::SignLanguage, false), (Access::Captions, true)];
        assert_eq!(kept[0].needs, needs.map(|(what, answered)| AccessNeed { what, answered }));
        assert_eq!((kept[0].capacity, kept[0].chosen, kept[0].revision), (Some(25), true, 1));
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_session_is_told_and_what_was_typed_is_kept() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let before = world.stored().await;
        let path = format!("/bolk/{}", session_id(1));
        let hostile = "\"><script>alert(1)</script>";
        let fields = [("revision", "1"), ("title-nn", hostile), ("capacity", "mange")];
        let answer = planner.send(&path, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        answer.says("id=\"capacity-error\"").says("value=\"mange\"").silent("<script>alert").says("&lt;script&gt;");
        let empty = [("revision", "1"), ("title-nn", ""), ("title-nb", ""), ("title-sv", ""), ("title-en", "")];
        planner.send(&path, &empty).await.says("id=\"title-nn-error\"").says("Skriv eit namn.");
        assert_eq!(world.stored().await, before);
    }
}

#[tokio::test]
async fn two_who_write_the_same_session_see_both_texts() {
    for kind in KINDS {
        let world = world(kind).await;
        let (one, other) = (world.planner(), world.planner());
        let path = format!("/bolk/{}", session_id(1));
        let revision = one.get(&path).await.hidden("id=\"form\"", "revision");
        let form = |title: &'static str, revision: &str| {
            vec![("revision".to_owned(), revision.to_owned()), ("title-nn".to_owned(), title.to_owned())]
        };
        let send = |fields: Vec<(String, String)>, planner| {
            let path = path.clone();
            async move {
                let planner: &super::planner::Planner<'_> = planner;
                let fields: Vec<(&str, &str)> =
                    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                planner.send(&path, &fields).await
            }
        };
        send(form("Den eine <teksten>", &revision), &one).await.location();
        let conflict = send(form("Den andre teksten", &revision), &other).await;
        assert_eq!(conflict.status, StatusCode::CONFLICT);
        conflict.says("Den eine &lt;teksten&gt;").says("Den andre teksten");
        let title = |world: World| async move {
            (world.draft().await.session(session_id(1)).unwrap().title.get(Language::Nn).to_owned(), world)
        };
        let newest = conflict.hidden("id=\"form\"", "revision");
        send(form("Den andre teksten", &newest), &other).await.location();
        drop((one, other));
        let (title, _world) = title(world).await;
        assert_eq!(title, "Den andre teksten");
    }
}

#[tokio::test]
async fn a_session_is_deleted_with_its_times() {
    for kind in KINDS {
        let world = world(kind).await;
        let fields = [("do", "remove"), ("revision", "1"), ("seen", "1")];
        let done = world.planner().send(&format!("/bolk/{}", session_id(4)), &fields).await;
        assert!(done.location().ends_with("/program?lagra=1"));
        let draft = world.draft().await;
        assert!(draft.session(session_id(4)).is_none());
        assert!(draft.occurrences.iter().all(|one| one.session != Some(session_id(4))));
    }
}

#[tokio::test]
async fn days_venues_rooms_ways_and_tracks_have_forms_of_their_own() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let page = planner.get("/stader").await;
        let day = [
            ("form", "day-new"),
            ("thing", "day"),
            ("date", "2027-05-13"),
            ("opens", "8.30"),
            ("closes", "12"),
            ("title-nn", "Etterpå"),
        ];
        planner.send("/stader", &day).await.location();
        let venue = page.hidden("id=\"venue-new-name-nn\"", "room");
        let id = "00000000-0000-0000-0000-0000000000aa";
        let (name, capacity) = (format!("room-name-{venue}-nn"), format!("room-capacity-{venue}"));
        let fields = [
            ("form", "venue-new"),
            ("thing", "venue"),
            ("id", id),
            ("name-nn", "Torget"),
            ("address", "Torget 1"),
            ("room", venue.as_str()),
            (&name, "Teltet"),
            (&capacity, "80"),
        ];
        planner.send("/stader", &fields).await.location();
        let page = planner.get("/stader").await;
        page.says("Etterpå").says("Teltet").says("Torget 1");
        let (from, to) = (page.hidden("id=\"ways\"", "way-from"), page.hidden("id=\"ways\"", "way-to"));
        let begun = page.hidden("id=\"ways\"", "begun");
        let ways = [
            ("form", "ways"),
            ("thing", "ways"),
            ("begun", begun.as_str()),
            ("way-from", &from),
            ("way-to", &to),
            ("way-minutes", "12"),
        ];
        planner.send("/stader", &ways).await.location();
        let track = [("form", "track-new"), ("thing", "track"), ("id", id), ("name-nn", "Natur"), ("colour", "5")];
        planner.send("/stader", &track).await.location();
        let draft = world.draft().await;
        assert_eq!((draft.days.len(), draft.venues.len(), draft.tracks.len(), draft.walks.len()), (3, 3, 4, 1));
        assert_eq!((draft.walks[0].minutes, draft.tracks[3].colour), (12, 5));
        assert_eq!(draft.venues[2].rooms[0].capacity, Some(80));
        assert!(!draft.venues[2].rooms[0].step_free, "the box was not ticked");
    }
}

#[tokio::test]
async fn a_place_that_is_used_stays_and_a_stale_form_shows_both() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let page = planner.get("/stader").await;
        let begun = page.hidden("id=\"form-venue-0\"", "begun");
        let venue = page.hidden("id=\"form-venue-0\"", "id");
        let remove =
            [("form", "venue-0"), ("thing", "venue"), ("id", venue.as_str()), ("begun", &begun), ("do", "remove")];
        let used = planner.send("/stader", &remove).await;
        assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY);
        used.says("Det er i bruk i programmet.");

        let (room, other) = (room_id(1).0.to_string(), room_id(2).0.to_string());
        let fields = |name: &'static str| {
            [
                ("form", "venue-0"),
                ("thing", "venue"),
                ("id", venue.as_str()),
                ("begun", &begun),
                ("name-nn", name),
                ("room", &room),
                ("room", &other),
            ]
        };
        planner.send("/stader", &fields("Samfunnshuset")).await.location();
        let conflict = planner.send("/stader", &fields("Folkets hus")).await;
        assert_eq!(conflict.status, StatusCode::CONFLICT);
        conflict.says("Samfunnshuset").says("Folkets hus");
        assert_eq!(world.draft().await.venues[0].name.get(Language::Nn), "Samfunnshuset");

        for (form, thing, field, value) in [("day-0", "day", "date", "i morgon"), ("day-0", "day", "opens", "tidleg")] {
            let mut fields =
                vec![("form", form), ("thing", thing), ("date", "2027-05-11"), ("opens", "9"), ("closes", "16")];
            fields.retain(|(name, _)| *name != field);
            fields.push((field, value));
            let wrong = planner.send("/stader", &fields).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
            wrong.says(&format!("id=\"{form}-{field}-error\"")).says(&format!("value=\"{value}\""));
        }
        for nonsense in
            [vec![], vec![("thing", "venue")], vec![("thing", "ways")], vec![("thing", "day"), ("do", "remove")]]
        {
            assert!(planner.send("/stader", &nonsense).await.status.is_client_error());
        }
    }
}

#[tokio::test]
async fn a_speaker_is_kept_with_consent_and_times_and_deleted_when_nothing_names_them() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let to = planner.send("/innleiarar", &[]).await.location().to_owned();
        let path = to.trim_start_matches("/arrangor/konferanse/byliv-2027").to_owned();
        let id: Uuid = path.rsplit('/').next().unwrap().parse().unwrap();
        assert_eq!(planner.get(&path).await.status, StatusCode::OK);
        assert!(speaker::find(&world.host.db.read, id).await.unwrap().is_none(), "nothing is kept before it is sent");
        let fields = [
            ("revision", "0"),
            ("name", "Åse Prøve"),
            ("email", "ase@kommune.example"),
            ("language", "sv"),
            ("organisation", "Kommunen"),
            ("role-nn", "rådgjevar"),
            ("biography-nn", "Veit mykje.\n\nFortel gjerne."),
            ("consents", "yes"),
            ("time-date", "2027-05-12"),
            ("time-from", "10.00"),
            ("time-to", "12.00"),
            ("time-date", "2027-05-11"),
            ("time-from", ""),
            ("time-to", ""),
            ("time-date", ""),
            ("time-from", "10"),
            ("time-to", "11"),
        ];
        planner.send(&path, &fields).await.location();
        let kept = speaker::find(&world.host.db.read, id).await.unwrap().unwrap();
        assert_eq!(
            (kept.name.as_str(), kept.email.as_deref(), kept.language.as_str()),
            ("Åse Prøve", Some("ase@kommune.example"), "sv")
        );
        assert_eq!(kept.consented_at, Some(world.host.clock.now()));
        let spans: Vec<String> =
            kept.unavailable.0.iter().map(|span| format!("{} {}", span.starts_at, span.ends_at)).collect();
        assert_eq!(
            spans,
            ["2027-05-12 08:00:00 UTC 2027-05-12 10:00:00 UTC", "2027-05-10 22:00:00 UTC 2027-05-11 22:00:00 UTC"]
        );

        let wrong = [
            ("revision", "1"),
            ("name", ""),
            ("email", "ase"),
            ("time-date", "2027-05-12"),
            ("time-from", "12"),
            ("time-to", "11"),
        ];
        let answer = planner.send(&path, &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        answer.says("id=\"name-error\"").says("id=\"email-error\"").says("id=\"times-error\"").says("value=\"12\"");

        let stale = [("revision", "0"), ("name", "Åse Ny")];
        let conflict = planner.send(&path, &stale).await;
        assert_eq!(conflict.status, StatusCode::CONFLICT);
        conflict.says("Åse Prøve").says("Åse Ny");
        assert_eq!(speaker::find(&world.host.db.read, id).await.unwrap().unwrap(), kept);
        let again = [("revision", "1"), ("name", "Åse Ny")];
        planner.send(&path, &again).await.location();
        let now = speaker::find(&world.host.db.read, id).await.unwrap().unwrap();
        assert_eq!((now.name.as_str(), now.revision, now.consented_at), ("Åse Ny", 2, None));

        planner.send(&path, &[("do", "remove")]).await.location();
        assert!(speaker::find(&world.host.db.read, id).await.unwrap().is_none());
        let erased = bus::testing::said_of::<SpeakerErased>(&world.host.db).await;
        assert_eq!(erased.iter().map(|erased| erased.speaker_id.0).collect::<Vec<_>>(), [id]);
        let named = planner.send(&format!("/innleiarar/{}", speaker_id(1)), &[("do", "remove")]).await;
        assert_eq!(named.status, StatusCode::CONFLICT);
        assert!(speaker::find(&world.host.db.read, speaker_id(1).0).await.unwrap().is_some());
    }
}

#[tokio::test]
async fn speakers_of_other_conferences_are_not_there() {
    for kind in KINDS {
        let world = world(kind).await;
        let mut told = example::speakers().remove(0);
        told.id = proto::SpeakerId(Uuid::from_u128(77));
        speaker::insert(&world.host.db.write, spoken(Uuid::from_u128(5), told)).await.unwrap();
        let path = format!("/innleiarar/{}", Uuid::from_u128(77));
        let planner = world.planner();
        assert_eq!(planner.get(&path).await.status, StatusCode::NOT_FOUND);
        for fields in [vec![("do", "remove")], vec![("revision", "1"), ("name", "Stole")]] {
            assert_eq!(planner.send(&path, &fields).await.status, StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn the_language_is_switched_with_what_is_typed_and_nothing_is_done() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let before = world.stored().await;
        let room = room_id(1).0.to_string();
        let block = [("note", "Uferdig"), ("date", "2027-05-11"), ("from", "7"), ("to", "8"), ("room", room.as_str())];
        let session = [("title-nn", "Uferdig"), ("revision", "1")];
        let speaker = [("name", "Uferdig"), ("revision", "1")];
        let note = [("note-nn", "Uferdig"), ("seen", "1"), ("when", "now")];
        let (own, who) = (format!("/bolk/{}", session_id(1)), format!("/innleiarar/{}", speaker_id(1)));
        let forms: [(&str, &[(&str, &str)]); 5] =
            [("/plassering", &block), ("/bolk", &session), (&own, &session), (&who, &speaker), ("/utgje", &note)];
        for (path, typed) in forms {
            let fields = [typed, &[("language_switch", "form")]].concat();
            let page = planner.send(&format!("{path}?sprak=en"), &fields).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            page.says("<html lang=\"en\"").says("Uferdig");
        }
        assert_eq!(world.stored().await, before);
        let kept = speaker::find(&world.host.db.read, speaker_id(1).0).await.unwrap().unwrap();
        assert_eq!(kept.name, "Ingunn Åkerholt");
    }
}

#[tokio::test]
async fn the_host_municipality_is_one_that_there_is() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let send = async |typed: &str, begun: &str| {
            planner.send("", &[("do", "municipality"), ("municipality", typed), ("begun", begun)]).await
        };
        for (typed, told) in [("Atlantis i havet", "Vi kjenner ingen kommune"), ("Herøy", "Herøy (Nordland)")] {
            let wrong = send(typed, "").await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
            wrong.says(told).says("id=\"municipality-error\"").says(&format!("value=\"{typed}\""));
        }
        assert_eq!(world.stored().await.municipality, None);
        assert!(send("narvik", "").await.location().ends_with("?lagra=kommune"));
        assert_eq!(world.stored().await.municipality.as_deref(), Some("no-1806"));
        planner.get("?lagra=kommune").await.says("Vertskommunen er lagra.").says("<dd>Narvik (Nordland)</dd>");
        // Somebody whose page is older sees what it is now, and decides.
        let late = send("Volda", "").await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        late.says("har endra vertskommunen til Narvik (Nordland)").says("value=\"Volda\"");
        assert!(send("Volda", "no-1806").await.location().ends_with("?lagra=kommune"));
        assert!(send("", "no-1577").await.location().ends_with("?lagra=kommune"));
        assert_eq!(world.stored().await.municipality, None);
    }
}
