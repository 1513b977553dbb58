use super::world::{FILE, SLUG, World, world};
use crate::programme::SessionKind;
use crate::store::{conference, speaker, version};
use crate::{Draft, Facts, ImportError, import};
use host::testing::{KINDS, Kind};
use proto::conference::{OccurrenceChange, ProgrammeReleased, SpeakerScheduled};
use proto::event::{Attendance, EventCancelled, EventPublished, Form};
use proto::{Language, Message};

async fn problems(world: &World, text: &str) -> Vec<String> {
    match import(&world.host, text, "byliv.toml").await {
        Err(ImportError::Problems(problems)) => problems.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_file_brings_facts_a_draft_and_the_first_version() {
    for kind in KINDS {
        let world = world(kind).await;
        let imported = world.import(FILE).await;
        assert_eq!((imported.facts, imported.draft, imported.released), (Facts::New, Draft::Taken, Some(1)));
        let row = world.stored().await;
        assert_eq!((row.slug.as_str(), row.draft_revision, row.drafted_by), (SLUG, 1, None));
        assert_eq!(row.contacts.0[0].contact.name, "Programkontoret");
        assert_eq!(row.meeting_url, "https://mote.example.org/rom/byliv");
        let programme = &row.draft;
        assert_eq!((programme.days.len(), programme.venues.len(), programme.occurrences.len()), (2, 2, 5));
        let opening = &programme.sessions[0];
        assert_eq!((opening.kind, opening.attendance), (SessionKind::Plenary, Attendance::Both));
        assert_eq!(opening.parts.iter().map(|part| part.moderates).collect::<Vec<_>>(), [false, true]);
        assert_eq!(opening.needs.iter().map(|need| need.answered).collect::<Vec<_>>(), [false, true]);
        assert_eq!(programme.tracks.iter().map(|track| track.colour).collect::<Vec<_>>(), [0, 5]);

        let version = world.version(1).await;
        assert_eq!(&version.programme, programme);
        assert_eq!(version.changes.0.len(), 4, "what is given; the block and the unplaced session are no news");
        assert!(version.changes.0.iter().all(|change| matches!(change.what, OccurrenceChange::Added { .. })));

        let names = world.names().await;
        assert_eq!(names, [ProgrammeReleased::NAME, EventPublished::NAME, SpeakerScheduled::NAME]);
        let event = world.event().await;
        assert_eq!((event.programme_version, event.sign_up.walks.len()), (Some(1), 1));
        let forms: Vec<_> = event.sign_up.pools.iter().map(|pool| (pool.whole, pool.form, pool.capacity)).collect();
        // The places of both forms, then what is chosen in order of time: never more than the room or the session holds, and
        // the workshop only for those who are there.
        assert_eq!(
            forms,
            [
                (true, Some(Form::InPerson), Some(200)),
                (true, Some(Form::Online), None),
                (false, None, Some(80)),
                (false, Some(Form::InPerson), Some(12)),
                (false, Some(Form::InPerson), Some(12)),
            ]
        );
        let room = event.sign_up.pools[3].room.as_ref().unwrap();
        assert_eq!(room.get(Language::Nb), "Verkstedet, Biblioteket");

        let people = speaker::all(&world.host.db.read, row.id).await.unwrap();
        assert_eq!(people.iter().map(|row| row.consented_at.is_some()).collect::<Vec<_>>(), [true, false]);
        let told = world.said_of::<SpeakerScheduled>().await;
        // Nobody has asked for the other's address, so there is no letter to write.
        assert_eq!(told[0].name, "Astrid Døme");
        assert_eq!(told[0].slots.len(), 3);
    }
}

#[tokio::test]
async fn the_same_file_again_changes_nothing_and_says_nothing() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        let (before, said) = (world.stored().await, world.names().await);
        let again = world.import(FILE).await;
        assert_eq!((again.facts, again.draft, again.released), (Facts::Unchanged, Draft::Same, None));
        assert_eq!((world.stored().await, world.names().await), (before, said));
    }
}

#[tokio::test]
async fn a_changed_programme_is_a_new_version_with_the_same_ids() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        let before = world.version(1).await.programme;
        let moved = FILE.replace("T10:30:00, end = 2027-05-11T11:30:00", "T10:45:00, end = 2027-05-11T11:45:00");
        assert_eq!(world.import(&moved).await.released, Some(2));
        let after = world.version(2).await;
        let [change] = &after.changes.0[..] else { panic!("{:?}", after.changes) };
        assert!(matches!(change.what, OccurrenceChange::Moved { .. }), "{change:?}");
        assert_eq!(change.occurrence_id, before.occurrences[1].id);
        assert_eq!(after.programme.occurrence(change.occurrence_id).unwrap().revision, 2);
        assert_eq!(world.event().await.programme_version, Some(2));
        // What was taken out and put back is the same one.
        let heading = FILE.find("[[programme.sessions]]\nkey = \"leige\"").unwrap();
        let rest = FILE.find("[[programme.sessions]]\nkey = \"uplassert\"").unwrap();
        world.import(&format!("{}{}", &FILE[..heading], &FILE[rest..])).await;
        assert_eq!(world.event().await.sign_up.pools.len(), 4);
        world.import(FILE).await;
        let back = world.version(4).await.programme;
        assert_eq!(back.occurrences[3].id, before.occurrences[3].id);
    }
}

#[tokio::test]
async fn a_draft_that_organisers_have_worked_on_is_left_to_them() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        world.edit(|draft| draft.sessions[3].capacity = Some(7)).await;
        let text = FILE.replace("Teikn torget", "Mål torget").replace("capacity = 200", "capacity = 250");
        let imported = world.import(&text).await;
        assert_eq!((imported.draft, imported.released), (Draft::LeftToOrganisers, None));
        assert_eq!(imported.facts, Facts::Changed { revision: world.event().await.revision });
        let row = world.stored().await;
        assert_eq!(row.draft.sessions[3].capacity, Some(7));
        assert_eq!(row.draft.sessions[1].title.get(Language::Nn), "Teikn torget");
        let event = world.event().await;
        assert_eq!(event.sign_up.pools[0].capacity, Some(250));
        assert_eq!(event.sign_up.pools.len(), 5, "what was released is still there to choose");
        assert_eq!(event.programme_version, Some(1));
    }
}

#[tokio::test]
async fn a_programme_that_is_not_released_stays_in_the_draft() {
    for kind in KINDS {
        let world = world(kind).await;
        let text = FILE.replace("release = true", "release = false").replace(", nb = \"Åpning\"", "");
        let imported = world.import(&text).await;
        assert_eq!((imported.draft, imported.released), (Draft::Taken, None));
        assert_eq!(world.names().await, [EventPublished::NAME]);
        let event = world.event().await;
        assert_eq!((event.programme_version, event.sign_up.pools.len()), (None, 2));
        // Before everybody sees it, what the law requires must be there.
        let released = text.replace("release = false", "release = true");
        let told = problems(&world, &released).await;
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("`opning.title` is missing in Bokmål"), "{told:?}");
        assert_eq!(world.import(FILE).await.released, Some(1));
    }
}

#[tokio::test]
async fn the_whole_event_is_switched_to_one_form_and_back() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        let before = world.event().await.sign_up.pools;
        let form = FILE.find("[[sign_up.forms]]\nform = \"in_person\"").unwrap();
        let other = FILE.find("[[sign_up.forms]]\nform = \"online\"").unwrap();
        let venue = FILE.find("[venue]").unwrap();
        let contact = FILE.find("[contact]").unwrap();
        let digital = format!("{}{}{}", &FILE[..venue], &FILE[contact..form], &FILE[other..]);
        let digital = digital.replace("attendance = \"both\"\nmeeting_url", "attendance = \"online\"\nmeeting_url");
        // Sessions that do not say how one takes part are online with the event: the draft is another, too.
        assert_eq!(world.import(&digital).await.released, Some(2));
        let event = world.event().await;
        assert_eq!(event.attendance, Attendance::Online);
        assert_eq!(event.sign_up.pools[0].id, before[1].id, "those online keep their places");
        assert!(event.choices().all(|pool| pool.form.is_none()), "nobody has a choice of form any more");
        world.import(FILE).await;
        assert_eq!(world.event().await.sign_up.pools, before);
    }
}

#[tokio::test]
async fn a_cancelled_conference_is_told_once_to_those_who_come_and_those_who_speak() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        let text = format!("cancelled = true\n{FILE}");
        assert_eq!(world.import(&text).await.facts, Facts::Cancelled);
        assert_eq!(world.import(&text).await.facts, Facts::Unchanged);
        assert_eq!(world.said_of::<EventCancelled>().await.len(), 1);
        let told = world.said_of::<SpeakerScheduled>().await;
        assert_eq!((told.len(), told[1].revision, told[1].slots.len()), (2, 2, 0));
        assert!(problems(&world, FILE).await[0].contains("the conference was cancelled"));
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_programme_is_told_with_its_line() {
    let cases = [
        ("room = \"storsalen\", start", "room = \"lillesalen\", start", "no room has the key `lillesalen`"),
        ("2027-05-11T10:00:00 }]", "2027-05-11T08:00:00 }]", "`end` lies before `start`"),
        (
            "start = 2027-05-11T10:30:00, end = 2027-05-11T11:15:00",
            "start = 2027-05-13T10:30:00, end = 2027-05-13T11:15:00",
            "no day of the programme",
        ),
        ("date = 2027-05-12", "date = 2027-05-13", "2027-05-13 is no day of the event"),
        ("date = 2027-05-12", "date = 2027-05-11", "is there already"),
        ("closes = 22:00:00", "closes = 07:00:00", "`closes` lies before `opens`"),
        ("speakers = [\"astrid\"]\nmod", "speakers = [\"ukjend\"]\nmod", "no speaker has the key `ukjend`"),
        ("track = \"bustad\"", "track = \"Bustad\"", "no track has the key `Bustad`"),
        ("key = \"bustad\"", "key = \"sentrum\"", "another track has the key `sentrum` already"),
        ("key = \"onsdag\"", "key = \"tysdag\"", "another occurrence with the key `tysdag`"),
        ("to = \"biblioteket\"", "to = \"kulturhuset\"", "from one venue to another"),
        ("type = \"workshop\"", "type = \"foredrag\"", "must be one of \"plenary\""),
        ("needs = [\"sign_language\"]", "needs = [\"kaffi\"]", "must be one of \"hearing_loop\""),
        ("colour = 5", "colour = 8", "must be between 0 and 7"),
        ("\"no-1806\"", "\"Narvik\"", "\"no-1806\" for Narvik (Nordland)"),
        ("note = { nn = \"Rigging\" }", "notat = { nn = \"Rigging\" }", "did you mean `note`?"),
    ];
    let world = world(Kind::Sqlite).await;
    for (from, to, sentence) in cases {
        assert!(FILE.contains(from), "{from}");
        let text = FILE.replacen(from, to, 1);
        let told = problems(&world, &text).await;
        let hits = told.iter().filter(|told| told.contains(sentence)).count();
        assert_eq!(hits, 1, "{sentence}: {told:#?}");
        let line: usize =
            told.iter().find(|told| told.contains(sentence)).unwrap().split(':').nth(1).unwrap().parse().unwrap();
        let changed = text.lines().zip(FILE.lines()).position(|(one, other)| one != other).unwrap() + 1;
        assert!(line.abs_diff(changed) <= 2, "{sentence}: told in line {line}, changed in {changed}");
    }
    assert_eq!(conference::by_slug(&world.host.db.read, SLUG).await.unwrap(), None);
    assert_eq!(world.names().await.len(), 0);
}

#[tokio::test]
async fn a_new_way_into_the_meeting_is_told_to_nobody() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        let said = world.names().await.len();
        let text = FILE.replace("mote.example.org", "anna.example.org");
        assert_eq!(world.import(&text).await.facts, Facts::Quiet);
        assert_eq!(world.stored().await.meeting_url, "https://anna.example.org/rom/byliv");
        assert_eq!(world.names().await.len(), said);
        for envelope in bus::testing::said(&world.host.db).await {
            assert!(!envelope.data.to_string().contains("example.org/"), "the provider's address is said");
        }
        let versions = version::all(&world.host.db.read, world.stored().await.id).await.unwrap();
        assert_eq!(versions.len(), 1);
    }
}

#[tokio::test]
async fn what_organisers_have_switched_stays_until_the_file_says_something_else() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        let (work, row) = world.begin().await;
        let wanted = crate::ways::Wanted {
            attendance: Some(Attendance::Online),
            online: crate::ways::FormWanted {
                label: proto::Localised::from([(Language::Nn, "Alle på nett"), (Language::Nb, "Alle på nett")]),
                ..Default::default()
            },
            ..Default::default()
        };
        let released = world.version(1).await.programme;
        let switched = crate::ways::switched(&row, &wanted, Some(&released), work.now, uuid::Uuid::now_v7).unwrap();
        conference::update(&work.tx, switched).await.unwrap();
        work.commit().await.unwrap();
        assert_eq!(world.import(FILE).await.facts, Facts::Unchanged);
        // What else the file says is taken, and only that.
        world.import(&FILE.replace("Ein årleg møteplass.", "Ein møteplass kvart år.")).await;
        let event = world.event().await;
        assert_eq!(event.description.get(Language::Nn), "Ein møteplass kvart år.");
        let whole: Vec<_> = event.sign_up.pools.iter().filter(|pool| pool.whole).collect();
        assert_eq!((event.attendance, whole.len()), (Attendance::Online, 1));
        assert_eq!((whole[0].label.get(Language::Nn), event.venue.is_none()), ("Alle på nett", true));
        // The file says something else of how one takes part: that holds now.
        world.import(&FILE.replace("capacity = 200", "capacity = 250")).await;
        let event = world.event().await;
        assert_eq!((event.attendance, event.sign_up.pools[0].capacity), (Attendance::Both, Some(250)));
        assert_eq!(event.sign_up.pools[1].id, whole[0].id, "the online places are the same ones");
    }
}

#[tokio::test]
async fn a_file_that_still_names_somebody_who_was_erased_brings_nobody_back() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        let before = world.stored().await;
        let astrid = speaker::all(&world.host.db.read, before.id).await.unwrap().remove(0);
        assert!(before.draft.sessions.iter().any(|one| one.parts.iter().any(|part| part.speaker.0 == astrid.id)));
        let (work, row) = world.begin().await;
        crate::erasing::erase(&work, row, astrid.id, &world.host.keys).await.unwrap();
        work.commit().await.unwrap();
        for text in [FILE.to_owned(), FILE.replace("Teikn torget", "Mål torget")] {
            let again = world.import(&text).await;
            assert_eq!((again.erased, again.draft == Draft::LeftToOrganisers), (1, false));
            let row = world.stored().await;
            let people = speaker::all(&world.host.db.read, row.id).await.unwrap();
            assert_eq!((people.len(), people.iter().any(|one| one.name == astrid.name)), (1, false));
            assert!(row.draft.sessions.iter().all(|one| one.parts.iter().all(|part| part.speaker.0 != astrid.id)));
            assert!(!format!("{:?}", row.ids).contains("astrid"), "nothing tells what the key was");
        }
    }
}

#[tokio::test]
async fn a_host_municipality_that_organisers_have_changed_stays_until_the_file_says_another() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        let row = world.stored().await;
        assert_eq!(row.municipality.as_deref(), Some("no-1806"));
        let said = world.names().await;
        conference::host_in(&world.host.db.write, row.id, Some("no-1577".to_owned())).await.unwrap();
        assert_eq!(world.import(FILE).await.facts, Facts::Unchanged);
        assert_eq!(world.stored().await.municipality.as_deref(), Some("no-1577"));
        assert_eq!(world.import(&FILE.replace("no-1806", "no-1804")).await.facts, Facts::Quiet);
        assert_eq!(world.stored().await.municipality.as_deref(), Some("no-1804"));
        assert_eq!(world.import(&FILE.replace("municipality = \"no-1806\"\n", "")).await.facts, Facts::Quiet);
        assert_eq!((world.stored().await.municipality, world.names().await), (None, said));
    }
}
