use super::world::{ORGANISER, SLUG, gathered, registration};
use axum::http::{StatusCode, header};
use host::testing::KINDS;
use proto::account::Role;
use proto::gathering::{
    Asking, DelegationAllotted, DelegationInvited, DelegationSeatNamed, RegistrationSeated, Seating,
};
use proto::registration::{RegistrationAdmitted, RegistrationOffered, State};
use proto::{EventId, Language, RegistrationId};
use uuid::Uuid;

#[tokio::test]
async fn exactly_those_are_reminded_of_whom_names_are_missing() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        let page = world.look(ORGANISER, &editor).await;
        assert!(page.text.contains("Inviter 3 medlemmer") && !page.text.contains("Minn om namn"), "{}", page.text);
        let done = world.press(ORGANISER, &editor, &[("what", "invite")]).await;
        // Volda has no contact to write to.
        assert_eq!(done.header(header::LOCATION), format!("{ORGANISER}?gjort=innbydd&tal=2"));
        world.press(ORGANISER, &editor, &[("what", "invite")]).await;
        assert_eq!(world.said::<DelegationInvited>().await.len(), 2, "nobody is invited twice");

        let link = world.links("lofoten").await.remove(0);
        for email in ["a@x.no", "b@x.no", "c@x.no"] {
            let role = if email.starts_with('c') { "other" } else { "elected" };
            world.press(&link, "", &[("what", "name"), ("name", "N"), ("email", email), ("role", role)]).await;
        }
        world.get(&world.links("namdal").await[0]).await;
        let page = world.look(ORGANISER, &editor).await.text;
        for words in ["Har opna lenkja", "Alle namn", "Ikkje inviterte", "3 av 3 har namn", "Minn om namn: 1 medlem"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let done = world.press(ORGANISER, &editor, &[("what", "remind")]).await;
        assert!(done.header(header::LOCATION).ends_with("gjort=purra&tal=1"));
        let told = world.said::<DelegationInvited>().await;
        let last = told.last().unwrap();
        assert_eq!((told.len(), last.why, last.member.as_str()), (3, Asking::Reminded, "Region Namdal"));
        assert_eq!((last.seats, last.named, last.number), (4, 0, 2));
        assert_eq!(last.name_before.unwrap().to_rfc3339(), "2027-04-07T14:00:00+00:00", "three working days before");
        let done = world.press(ORGANISER, &editor, &[("what", "remind")]).await;
        assert!(done.header(header::LOCATION).ends_with("tal=0"), "nobody is reminded twice at once");

        world.host.clock.set("2027-04-08T12:00:00Z".parse().unwrap());
        world.press(ORGANISER, &editor, &[("what", "remind")]).await;
        let told = world.said::<DelegationInvited>().await;
        let before = told.last().unwrap().name_before.unwrap();
        assert_eq!((told.len(), before.to_rfc3339().as_str()), (4, "2027-04-11T22:00:00+00:00"), "what is ahead");
        world.turn_clock("2027-04-12T12:00:00Z").await;
        let done = world.press(ORGANISER, &editor, &[("what", "remind")]).await;
        assert!(done.header(header::LOCATION).ends_with("tal=0"), "there are no seats to name anybody for");
    }
}

#[tokio::test]
async fn extra_seats_are_given_as_far_as_there_are_places() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        let link = world.links("lofoten").await.remove(0);
        let wrong = world.press(&link, "", &[("what", "extra"), ("extra", "3")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        world.press(&link, "", &[("what", "extra"), ("extra", "2"), ("reason", "Vi er <mange>.")]).await;
        let page = world.look(ORGANISER, &editor).await.text;
        assert!(page.contains("Vil ha 2 plassar til") && page.contains("&lt;mange&gt;"), "{page}");
        let numbers = world.signed_in("distriktssenteret", Role::Numbers);
        let page = world.look(ORGANISER, &numbers).await.text;
        assert!(page.contains("Vil ha 2 plassar til") && !page.contains("mange"), "people write about people: {page}");
        let id = world.delegation("lofoten").await.id.to_string();
        let grant =
            |seats: &'static str| [("what", "grant"), ("delegation", id.clone().leak() as &str), ("seats", seats)];
        let done = world.press(ORGANISER, &editor, &grant("2")).await;
        assert!(done.header(header::LOCATION).ends_with("gjort=fleire&tal=2"));
        assert_eq!(world.said::<DelegationAllotted>().await.last().unwrap().seats, 5);
        let done = world.press(ORGANISER, &editor, &grant("2")).await;
        assert!(done.header(header::LOCATION).ends_with("tal=0"), "nobody has asked for them");
        // Fourteen places, twelve of them kept, and one that somebody is asked about.
        let event = EventId(world.gathering().await.id);
        let registration = registration(event, RegistrationId(Uuid::from_u128(9)), 1, State::Offered);
        let answer_before = world.host.clock.now();
        world.hear(RegistrationOffered { registration, answer_before }).await;
        world.press(&link, "", &[("what", "extra"), ("extra", "2")]).await;
        let done = world.press(ORGANISER, &editor, &grant("2")).await;
        assert!(done.header(header::LOCATION).ends_with("tal=1"), "{}", done.header(header::LOCATION));
        let decline = [("what", "decline"), ("delegation", id.as_str()), ("sure", "yes")];
        assert!(world.press(ORGANISER, &editor, &decline).await.header(header::LOCATION).ends_with("avslag&tal=1"));
        assert_eq!(world.said::<DelegationAllotted>().await.last().unwrap().seats, 0);
    }
}

#[tokio::test]
async fn an_organiser_is_asked_before_a_member_is_declined_for_and_can_take_it_back() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        let link = world.links("namdal").await.remove(0);
        world.press(&link, "", &[("what", "name"), ("name", "Mari"), ("email", "m@x.no"), ("role", "elected")]).await;
        let id = world.delegation("namdal").await.id.to_string();
        let asked = world.press(ORGANISER, &editor, &[("what", "decline"), ("delegation", &id)]).await;
        assert_eq!(asked.status, StatusCode::OK);
        assert!(asked.text.contains("Sei nei for Region Namdal?") && asked.text.contains("1 person"), "{}", asked.text);
        assert_eq!(world.delegation("namdal").await.declined_at, None, "one press is not enough");

        world.press(ORGANISER, &editor, &[("what", "decline"), ("delegation", &id), ("sure", "yes")]).await;
        assert_eq!(world.said::<DelegationAllotted>().await.last().unwrap().seats, 0);
        assert!(world.look(ORGANISER, &editor).await.text.contains("Dei kjem likevel"));
        let done = world.press(ORGANISER, &editor, &[("what", "come"), ("delegation", &id)]).await;
        assert!(done.header(header::LOCATION).ends_with("gjort=likevel&tal=1"));
        assert_eq!(world.said::<DelegationAllotted>().await.last().unwrap().seats, 4);
        assert!(world.get(&link).await.text.contains("4 av 4 plassar har ikkje namn enno."));
    }
}

#[tokio::test]
async fn everybody_sees_and_does_what_their_role_allows() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let numbers = world.signed_in("distriktssenteret", Role::Numbers);
        let reader = world.signed_in("distriktssenteret", Role::Reader);
        let other = world.signed_in("narvik-kommune", Role::Owner);
        let seen = world.look(ORGANISER, &numbers).await;
        assert!(seen.status == StatusCode::OK && !seen.text.contains("Kari Namdal") && !seen.text.contains("<form"));
        assert!(world.look(ORGANISER, &reader).await.text.contains("Kari Namdal"));
        assert_eq!(world.look(ORGANISER, &other).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.look(ORGANISER, "").await.status, StatusCode::SEE_OTHER);
        for cookie in [&numbers, &reader] {
            assert_eq!(world.press(ORGANISER, cookie, &[("what", "invite")]).await.status, StatusCode::NOT_FOUND);
        }
        let table = "/arrangor/nettverk/byregionprogrammet.csv";
        assert_eq!(world.look(table, &numbers).await.status, StatusCode::NOT_FOUND);
        let csv = world.look(table, &reader).await;
        assert!(csv.text.starts_with("\u{feff}member;kind;name;"), "{}", csv.text);
        assert!(csv.text.contains("namdal;region;Region Namdal;5007;") && csv.text.contains(";Namsos\r\n"));
        assert_eq!(world.look("/arrangor/nettverk/anna.csv", &reader).await.status, StatusCode::NOT_FOUND);
        assert!(world.said::<DelegationInvited>().await.is_empty());
    }
}

#[tokio::test]
async fn anybody_sees_the_gathering() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let page = world.get(&format!("/samling/{SLUG}")).await;
        assert_eq!(page.status, StatusCode::OK);
        for words in
            ["Nettverkssamling i Namsos", "Kulturhuset, Namsos", "/pamelding/byregionar-2027", "Læringsnettverket"]
        {
            assert!(page.text.contains(words), "{words}");
        }
        assert!(!page.text.contains("kari@"));
        let ics = world.get(&format!("/samling/{SLUG}.ics")).await;
        assert!(ics.text.starts_with("BEGIN:VCALENDAR") && ics.text.contains("Kulturhuset"), "{}", ics.text);
        assert_eq!(world.get("/samling/anna").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn places_that_are_kept_for_those_who_have_their_own_are_given_to_nobody() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        let event = EventId(world.gathering().await.id);
        for number in 1..=3 {
            let registration = registration(event, RegistrationId(Uuid::from_u128(number)), 1, State::Admitted);
            world.hear(RegistrationAdmitted { registration, from_waiting_list: false }).await;
        }
        let namdal = world.links("namdal").await.remove(0);
        world.press(&namdal, "", &[("what", "name"), ("name", "N"), ("email", "n@x.no"), ("role", "other")]).await;
        let named = world.said::<DelegationSeatNamed>().await.remove(0);
        world
            .hear(RegistrationSeated {
                seat_id: named.seat_id,
                revision: 1,
                delegation_id: named.allotted.delegation_id,
                event_id: event,
                registration_id: Some(RegistrationId(Uuid::from_u128(1))),
                language: Language::Nn,
                member: named.member,
                outcome: Seating::Seated,
                signed_up_before: false,
                own_place: true,
            })
            .await;
        // Of fourteen places ten are kept, and three are taken by people who need none of those.
        let lofoten = world.links("lofoten").await.remove(0);
        world.press(&lofoten, "", &[("what", "extra"), ("extra", "2")]).await;
        let id = world.delegation("lofoten").await.id.to_string();
        let grant = [("what", "grant"), ("delegation", id.as_str()), ("seats", "2")];
        let done = world.press(ORGANISER, &editor, &grant).await;
        assert!(done.header(header::LOCATION).ends_with("tal=1"), "{}", done.header(header::LOCATION));
    }
}
