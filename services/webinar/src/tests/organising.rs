use super::world::{MEETING, SLUG, World, at, world};
use crate::store::webinar;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use host::testing::KINDS;
use proto::account::Role;
use proto::registration::SignupChanged;

const PAGE: &str = "/arrangor/webinar/torget-som-arbeidsplass";

async fn look(world: &World, cookie: &str) -> super::world::Answer {
    world.ask(Request::get(PAGE).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
}

/// Sends the form as it is when it has just been opened.
async fn send(world: &World, cookie: &str, csrf: &str, address: &str) -> super::world::Answer {
    let before = meeting(world).await;
    send_opened(world, cookie, csrf, (&before, address)).await
}

/// Sends a form that was opened when the meeting was somewhere.
async fn send_opened(world: &World, cookie: &str, csrf: &str, (before, address): (&str, &str)) -> super::world::Answer {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.append_pair("csrf", csrf).append_pair("meeting_before", before).append_pair("meeting_url", address);
    let body = form.finish();
    let request = Request::post(PAGE)
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body));
    world.ask(request.unwrap()).await
}

async fn meeting(world: &World) -> String {
    webinar::by_slug(&world.host.db.read, SLUG).await.unwrap().unwrap().meeting_url
}

#[tokio::test]
async fn everybody_of_the_organisation_sees_numbers_and_editors_the_address() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        let person = world.admitted(event.id).await;
        world.admitted(event.id).await;
        let told = |revision, left| SignupChanged {
            event_id: event.id,
            revision,
            open: true,
            places_left: Some(left),
            waiting: Some(0),
            pools: Vec::new(),
        };
        world.hear(told(2, 38)).await;
        world.hear(told(1, 39)).await;
        world.host.clock.set(at("2027-03-16T09:10:00Z"));
        world.press(&world.join_path(&person)).await;

        let numbers = look(&world, &world.signed_in("distriktssenteret", Role::Numbers)).await;
        assert_eq!(numbers.status, StatusCode::OK);
        let told: Vec<&str> = numbers.text.lines().filter(|line| line.starts_with("<dd>")).collect();
        assert_eq!(told[4..], ["<dd>2</dd>", "<dd>38</dd>", "<dd>0</dd>", "<dd>1</dd>"], "{told:#?}");
        assert!(!numbers.text.contains("mote.example.org") && !numbers.text.contains("<form"));

        let editor = look(&world, &world.signed_in("distriktssenteret", Role::Editor)).await;
        assert!(editor.text.contains(&format!("value=\"{MEETING}\"")), "{}", editor.text);
        assert_eq!(look(&world, &world.signed_in("bylivsenteret", Role::Owner)).await.status, StatusCode::NOT_FOUND);
        let stranger = look(&world, "").await;
        assert_eq!(stranger.status, StatusCode::SEE_OTHER);
        assert!(stranger.header(header::LOCATION).starts_with("/arrangor/logg-inn?til="));
    }
}

#[tokio::test]
async fn a_new_meeting_address_reaches_those_who_have_a_link_without_a_message() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        let person = world.admitted(event.id).await;
        let said = world.said().await;
        let (visit, csrf) = host::testing::visitor(&world.host);
        let cookie = format!("{visit}; {}", world.signed_in("distriktssenteret", Role::Editor));

        let saved = send(&world, &cookie, &csrf, " https://ny.example.org/rom?kode=1 ").await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        assert_eq!(saved.header(header::LOCATION), format!("{PAGE}?lagra=1"));
        assert_eq!(world.said().await, said);
        world.host.clock.set(at("2027-03-16T09:10:00Z"));
        let led = world.press(&world.join_path(&person)).await;
        assert_eq!(led.header(header::LOCATION), "https://ny.example.org/rom?kode=1");
    }
}

#[tokio::test]
async fn who_comes_second_sees_where_the_other_has_moved_the_meeting_and_overwrites_nothing() {
    for kind in KINDS {
        let world = world(kind).await;
        world.published().await;
        let (visit, csrf) = host::testing::visitor(&world.host);
        let cookie = format!("{visit}; {}", world.signed_in("distriktssenteret", Role::Editor));
        let (anna, ola) = ("https://anna.example.org/rom", "https://ola.example.org/rom");
        assert_eq!(send(&world, &cookie, &csrf, anna).await.status, StatusCode::SEE_OTHER);
        let late = send_opened(&world, &cookie, &csrf, (MEETING, ola)).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.text.contains("Nokon andre har endra møteadressa") && late.text.contains(anna), "{}", late.text);
        assert!(late.text.contains(&format!("value=\"{ola}\"")), "what was typed is kept: {}", late.text);
        assert_eq!(meeting(&world).await, anna, "nothing is overwritten");
        let same = send_opened(&world, &cookie, &csrf, (MEETING, anna)).await;
        assert_eq!(same.status, StatusCode::SEE_OTHER, "they mean the same");
        let after = send_opened(&world, &cookie, &csrf, (anna, ola)).await;
        assert_eq!(after.status, StatusCode::SEE_OTHER, "whoever has seen it may");
        assert_eq!(meeting(&world).await, ola);
        let wrong = send_opened(&world, &cookie, &csrf, (anna, "ola.example.org")).await;
        assert!(wrong.text.contains(&format!("value=\"{anna}\"")), "what was seen stays what was seen: {}", wrong.text);
    }
}

#[tokio::test]
async fn a_wrong_address_is_told_and_kept_in_the_field() {
    for kind in KINDS {
        let world = world(kind).await;
        world.published().await;
        let (visit, csrf) = host::testing::visitor(&world.host);
        let cookie = format!("{visit}; {}", world.signed_in("distriktssenteret", Role::Owner));
        for wrong in
            ["", "http://x.example", "mote.example.org", "javascript:alert(1)", "https://", "https://a b.example"]
        {
            let answer = send(&world, &cookie, &csrf, wrong).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert_eq!(answer.text.matches("Møteadressa må vere ei heil adresse som byrjar med https://").count(), 2);
            assert!(
                answer.text.contains(&format!("value=\"{wrong}\"").replace('/', "&#x2f;"))
                    || answer.text.contains(wrong)
            );
            assert!(answer.text.contains("<title>Feil:"));
        }
        let hostile = send(&world, &cookie, &csrf, "\"><script>alert(1)</script>").await;
        assert!(!hostile.text.contains("<script>alert"));
        assert_eq!(meeting(&world).await, MEETING);
    }
}

#[tokio::test]
async fn forms_from_elsewhere_and_from_those_who_may_not_are_refused() {
    for kind in KINDS {
        let world = world(kind).await;
        world.published().await;
        let (visit, csrf) = host::testing::visitor(&world.host);
        let editor = format!("{visit}; {}", world.signed_in("distriktssenteret", Role::Editor));
        let reader = format!("{visit}; {}", world.signed_in("distriktssenteret", Role::Reader));
        let other = format!("{visit}; {}", world.signed_in("bylivsenteret", Role::Owner));
        let tries = [
            (&editor, "forfalska", StatusCode::FORBIDDEN),
            (&editor, "", StatusCode::FORBIDDEN),
            (&reader, &csrf, StatusCode::NOT_FOUND),
            (&other, &csrf, StatusCode::NOT_FOUND),
        ];
        for (cookie, csrf, refused) in tries {
            let answer = send(&world, cookie, csrf, "https://ny.example.org/").await;
            assert_eq!(answer.status, refused);
        }
        assert_eq!(meeting(&world).await, MEETING);
    }
}
