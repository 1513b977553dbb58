use super::world::{FILE, MEMBERS, NETWORK, ORGANISER, World, gathered, registration, world};
use crate::clock;
use crate::store::{network, seat};
use crate::{Facts, ImportError, import, import_municipalities, import_network};
use axum::http::{StatusCode, header};
use host::testing::KINDS;
use proto::account::Role;
use proto::event::{EventCancelled, EventPublished};
use proto::gathering::{DelegationAllotted, DelegationInvited};
use proto::registration::{RegistrationAdmitted, State};
use proto::{EventId, RegistrationId};
use uuid::Uuid;

async fn refused(world: &World, text: &str) -> Vec<String> {
    match import(&world.host, text, "gathering.toml").await {
        Err(ImportError::Problems(problems)) => problems.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn members_on_the_day_get_seats_and_nobody_else() {
    for kind in KINDS {
        let world = world(kind).await;
        let done = world.network(MEMBERS).await;
        assert_eq!((done.members, done.municipalities, done.changed), (4, 5, true));
        assert!(!world.network(MEMBERS).await.changed);
        let done = world.import(FILE).await;
        assert_eq!((done.facts, done.delegations), (Facts::New, 3));
        let mut seats: Vec<u32> = world.said::<DelegationAllotted>().await.iter().map(|one| one.seats).collect();
        seats.sort_unstable();
        assert_eq!(seats, [3, 3, 4], "the region that left before the day is not expected");
        let namdal = world.delegation("namdal").await;
        assert_eq!((namdal.municipalities.0, namdal.invited_at), (vec!["5007".to_owned(), "5041".to_owned()], None));
        assert_eq!(world.import(FILE).await.facts, Facts::Unchanged);

        // A new member comes in, and the facts change.
        let more = format!("{MEMBERS}fosen;region;Fosen;5059;2016-01-01;;;;\n");
        world.network(&more).await;
        let done = world.import(&FILE.replace("capacity = 14", "capacity = 20")).await;
        assert_eq!((done.facts, done.delegations), (Facts::Changed { revision: 2 }, 1));
        assert_eq!(world.said::<EventPublished>().await.len(), 2);
        let quiet = FILE.replace("capacity = 14", "capacity = 20").replace("extra = 2", "extra = 1");
        assert_eq!(world.import(&quiet).await.facts, Facts::Quiet);
        assert_eq!(
            world.import(&quiet.replace("timezone", "cancelled = true\ntimezone")).await.facts,
            Facts::Cancelled
        );
        assert_eq!(world.said::<EventCancelled>().await.len(), 1);
    }
}

#[tokio::test]
async fn other_limits_of_roles_are_told_once_and_hold_for_those_who_are_expected() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let before = world.delegation("namdal").await;
        let limited = FILE.replace("at_most = { elected = 2 }", "at_most = { elected = 1, other = 1 }");
        assert_eq!(world.import(&limited).await.facts, Facts::Quiet);
        world.import(&limited).await;
        let told = world.said::<DelegationAllotted>().await;
        assert_eq!(told.len(), 6, "each delegation once more");
        let last = told.iter().rfind(|one| one.delegation_id.0 == before.id).unwrap();
        assert_eq!((last.revision, last.seats), (before.revision.unsigned_abs() + 1, 4));
        assert_eq!(last.roles.iter().map(|role| role.seats).collect::<Vec<_>>(), [1, 1]);
        assert_eq!(last.roles[0].pool_id, *before.role_pools.0.values().next().unwrap(), "the pool stays the same");

        world.import(FILE).await;
        let told = world.said::<DelegationAllotted>().await;
        let last = told.iter().rfind(|one| one.delegation_id.0 == before.id).unwrap();
        assert_eq!(last.roles.iter().map(|role| role.seats).collect::<Vec<_>>(), [2, 4], "no limit any more");
    }
}

#[tokio::test]
async fn a_member_that_comes_late_has_what_is_free_and_only_until_it_is_released() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let event = EventId(world.gathering().await.id);
        for n in 0..2 {
            let registration = registration(event, RegistrationId(Uuid::from_u128(n)), 1, State::Admitted);
            world.hear(RegistrationAdmitted { registration, from_waiting_list: false }).await;
        }
        world.turn_clock("2027-03-12T12:00:00Z").await;
        world.network(&format!("{MEMBERS}fosen;region;Fosen;5059;2016-01-01;;;;\n")).await;
        world.import(FILE).await;
        assert_eq!(world.delegation("fosen").await.seats, 2, "of fourteen places ten are kept and two are taken");

        world.turn_clock("2027-04-12T12:00:00Z").await;
        let more = FILE.replace("capacity = 14", "capacity = 20");
        world
            .network(&format!(
                "{MEMBERS}fosen;region;Fosen;5059;2016-01-01;;;;\nrana;municipality;Rana;1833;2016-01-01;;;;\n"
            ))
            .await;
        world.import(&more).await;
        assert_eq!(world.delegation("rana").await.seats, 3);
        let released_at = world.gathering().await.released_at;
        world.turn_clock("2027-04-12T12:01:00Z").await;
        assert_eq!(world.delegation("rana").await.seats, 0, "all other seats without a name are everybody's");
        assert_eq!(world.said::<DelegationAllotted>().await.last().unwrap().seats, 0);
        assert_eq!(world.gathering().await.released_at, released_at);
    }
}

#[tokio::test]
async fn everything_that_is_wrong_is_told_and_nothing_is_kept() {
    for kind in KINDS {
        let world = world(kind).await;
        let problems = refused(&world, FILE).await;
        assert_eq!(problems, ["gathering.toml:4:1: the network `byregionprogrammet` is not known: import it first"]);
        world.network(MEMBERS).await;
        let problems = refused(
            &world,
            &FILE
                .replace("mix = \"advice\"", "mix = \"kanskje\"")
                .replace("release = 2027-04-12", "release = 2027-05-12")
                .replace("at_most = { elected = 2 }", "at_most = { elected = 0, konge = 1 }")
                .replace("key = \"namdal\"", "key = \"gamal\""),
        )
        .await;
        let sentences: Vec<&str> = problems.iter().filter_map(|one| one.split_once(": ").map(|(_, one)| one)).collect();
        assert_eq!(
            sentences,
            [
                "`mix` is \"kanskje\", but must be one of \"advice\", \"duty\"",
                "`release` must be before the gathering begins",
                "`elected` has fewer at most than at least",
                "`konge` is not a key here; known here are elected, leadership, professional, other",
                "`gamal` is not in the network on the day of the gathering",
            ]
        );
        let problems = refused(&world, &FILE.replace("capacity = 14", "capacity = 9")).await;
        assert!(problems[0].ends_with("all members together have 10 seats, but there are 9 places"), "{problems:?}");
        assert!(world.said::<EventPublished>().await.is_empty());
    }
}

#[tokio::test]
async fn a_network_with_problems_changes_nothing() {
    for kind in KINDS {
        let world = world(kind).await;
        world.network(MEMBERS).await;
        let head = NETWORK.replace("nb = ", "sv = ").replace("distriktssenteret", "ukjend");
        let members = MEMBERS.replace("1577", "9998");
        let done = import_network(&world.host, (&head, "network.toml"), (members.as_bytes(), "members.csv")).await;
        let Err(ImportError::Problems(problems)) = done else { panic!("{done:?}") };
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "network.toml:2:1: the slug belongs to a network of `distriktssenteret`",
                "network.toml:3:1: the organisation `ukjend` is not known: import it first",
                "members.csv:5:1: there is no Norwegian municipality with the number 9998",
            ]
        );
        let kept = network::find(&world.host.db.read, "byregionprogrammet").await.unwrap().unwrap();
        assert_eq!((kept.organisation.as_str(), kept.members.0.len()), ("distriktssenteret", 4));
    }
}

#[tokio::test]
async fn a_list_of_municipalities_makes_new_numbers_known_and_old_ones_stay_so() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let rows: Vec<String> = (0..350).map(|n| format!("\"{:04}\";\"Kommune {n}\"", 9000 + n)).collect();
        let list = format!("\"code\";\"name\"\n{}\n", rows.join("\n"));
        let from = "2028-01-01".parse().unwrap();
        let done = import_municipalities(&world.host, list.as_bytes(), "klass.csv", from).await.unwrap();
        assert_eq!((done.listed, done.changed), (350, 350 + 357));
        let members = MEMBERS.replace("0301", "9001");
        assert_eq!(world.network(&members).await.municipalities, 5, "Volda's number is gone, and known");
    }
}

#[tokio::test]
async fn another_contact_gets_a_link_and_the_one_before_has_none() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        world.press(ORGANISER, &editor, &[("what", "invite")]).await;
        let before = world.links("namdal").await.remove(0);
        let members = MEMBERS.replace("Kari Namdal;kari@namdal.example", "Per Ny;per@namdal.example").replace(
            "volda;municipality;Volda;1577;2015-07-01;;;;",
            "volda;municipality;Volda;1577;2015-07-01;;Liv;liv@volda.example;nn",
        );
        world.network(&members).await;
        assert_eq!(world.import(FILE).await.facts, Facts::Unchanged);
        assert_eq!(world.get(&before).await.status, StatusCode::NOT_FOUND);
        let done = world.press(ORGANISER, &editor, &[("what", "invite")]).await;
        assert!(done.header(header::LOCATION).ends_with("tal=2"));
        let mut asked: Vec<String> = world.said::<DelegationInvited>().await.into_iter().map(|one| one.email).collect();
        asked.sort();
        assert_eq!(asked[2..], ["ola@lofoten.example", "per@namdal.example"], "{asked:?}");
        let link = world.links("namdal").await.remove(0);
        assert!(world.get(&link).await.text.contains("Per Ny"));

        let id = world.delegation("namdal").await.id.to_string();
        let done = world.press(ORGANISER, &editor, &[("what", "renew"), ("delegation", &id)]).await;
        assert!(done.header(header::LOCATION).ends_with("gjort=lenkje&tal=1"));
        assert_eq!(world.get(&link).await.status, StatusCode::NOT_FOUND);
        let link = world.links("namdal").await.remove(0);
        assert_eq!(world.get(&link).await.status, StatusCode::OK);
        assert_eq!(world.said::<DelegationInvited>().await.last().unwrap().generation, 2);

        let nobody = MEMBERS.replace("Kari Namdal;kari@namdal.example;nb", ";;");
        world.network(&nobody).await;
        world.import(FILE).await;
        assert_eq!(world.get(&link).await.status, StatusCode::NOT_FOUND, "nobody acts for it any more");
        assert_eq!(world.delegation("namdal").await.invited_at, None);
    }
}

#[tokio::test]
async fn who_acts_for_a_member_that_is_gone_has_no_link_any_more() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let (namdal, lofoten) = (world.links("namdal").await.remove(0), world.links("lofoten").await.remove(0));
        let seats = world.delegation("namdal").await.seats;
        let without: String = MEMBERS.split_inclusive('\n').filter(|line| !line.starts_with("namdal")).collect();
        world.network(&without).await;
        assert_eq!(world.get(&namdal).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.get(&format!("{namdal}/materiale")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.get(&lofoten).await.status, StatusCode::OK);
        assert_eq!(world.delegation("namdal").await.seats, 0, "nobody is named, so others can have its seats");

        // It ends the day before; then it is back.
        world.network(&MEMBERS.replace("2015-07-01;;Ola", "2015-07-01;2027-04-26;Ola")).await;
        assert_eq!(world.get(&lofoten).await.status, StatusCode::NOT_FOUND);
        world.network(MEMBERS).await;
        assert_eq!(world.delegation("namdal").await.seats, seats);
        let back = world.links("namdal").await.remove(0);
        assert_eq!(world.get(&namdal).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.get(&back).await.status, StatusCode::OK);

        // A day on which it is no member any more.
        let ends = MEMBERS.replace("2015-07-01;;Ola", "2015-07-01;2027-05-26;Ola");
        world.network(&ends).await;
        let lofoten = world.links("lofoten").await.remove(0);
        world.import(&FILE.replace("2027-04", "2027-06")).await;
        assert_eq!(world.get(&lofoten).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn people_are_forgotten_when_their_time_is_over_and_numbers_stay() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("namdal").await.remove(0);
        let mari = [("what", "name"), ("name", "Mari"), ("email", "mari@x.no"), ("role", "elected")];
        world.press(&link, "", &mari).await;
        world.press(&link, "", &[("what", "extra"), ("extra", "1"), ("reason", "Eva er sjuk")]).await;
        let names = async || {
            let rows = seat::of(&world.host.db.read, world.delegation("namdal").await.id).await.unwrap();
            rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
        };
        world.host.clock.set("2027-07-27T12:00:00Z".parse().unwrap());
        clock::forget(world.host.clone()).await.unwrap();
        assert_eq!(names().await, ["Mari"]);
        world.host.clock.set("2027-07-27T14:00:00Z".parse().unwrap());
        clock::forget(world.host.clone()).await.unwrap();
        assert_eq!(names().await, [""]);
        let reader = world.signed_in("distriktssenteret", Role::Reader);
        let page = world.look(ORGANISER, &reader).await.text;
        assert!(page.contains("1 av 4 har namn") && !page.contains("Kari") && !page.contains("Eva"), "{page}");
    }
}

#[tokio::test]
async fn a_member_that_leaves_keeps_no_seats_unless_somebody_is_named() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let (namdal, lofoten) = (world.links("namdal").await.remove(0), world.links("lofoten").await.remove(0));
        let fields = [("what", "name"), ("name", "Mari"), ("email", "m@x.no"), ("role", "elected")];
        world.press(&namdal, "", &fields).await;
        world.network(&MEMBERS.replace("2015-07-01;;", "2015-07-01;2027-03-31;")).await;
        assert!(world.delegation("lofoten").await.declined_at.is_some());
        assert_eq!(world.get(&lofoten).await.status, StatusCode::NOT_FOUND, "nobody acts for it any more");
        assert!(
            world.delegation("namdal").await.declined_at.is_none(),
            "people are signed off by nobody but an organiser"
        );
        assert_eq!(world.get(&namdal).await.status, StatusCode::NOT_FOUND);
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        let page = world.look(ORGANISER, &editor).await.text;
        assert_eq!(page.matches("Ikkje medlem den dagen").count(), 3, "{page}");
        let kept: Vec<(String, u32)> = world
            .said::<DelegationAllotted>()
            .await
            .into_iter()
            .rev()
            .take(2)
            .map(|allotted| (allotted.delegation_id.to_string(), allotted.seats))
            .collect();
        assert!(kept.iter().all(|(_, seats)| *seats == 0), "{kept:?}");
        assert!(!page.contains("Har sagt nei</span>"), "nobody said no: {page}");
        // Whoever is a member on the day of the gathering comes, and has not been written to.
        world.network(&MEMBERS.replace("2015-07-01;;", "2015-07-01;2027-04-27;")).await;
        let page = world.look(ORGANISER, &editor).await.text;
        assert!(!page.contains("Ikkje medlem den dagen"), "{page}");
        let lofoten = world.delegation("lofoten").await;
        assert_eq!((lofoten.seats, lofoten.declined_at, lofoten.invited_at), (3, None, None));
    }
}

#[tokio::test]
async fn a_network_without_a_contact_takes_the_link_back() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("lofoten").await.remove(0);
        assert_eq!(world.get(&link).await.status, StatusCode::OK);
        world.network(&MEMBERS.replace("Ola Lofoten;ola@lofoten.example;nn", ";;")).await;
        assert_eq!(world.get(&link).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn who_declined_has_declined_after_leaving_and_coming_back() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let lofoten = world.links("lofoten").await.remove(0);
        world.press(&lofoten, "", &[("what", "decline"), ("sure", "yes")]).await;
        world.network(&MEMBERS.replace("2015-07-01;;Ola", "2015-07-01;2027-04-26;Ola")).await;
        world.network(MEMBERS).await;
        let lofoten = world.delegation("lofoten").await;
        assert!(lofoten.declined_at.is_some() && lofoten.seats == 0);
    }
}
