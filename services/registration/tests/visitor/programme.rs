//! Forms of attendance, sessions and a programme that changes, as a visitor and an organiser meet them.

use crate::world::{DINNER, FORM, WALK, World, at, event, right};
use axum::http::StatusCode;
use chrono::TimeDelta;
use host::testing::KINDS;
use proto::PoolId;
use proto::account::Role;
use proto::event::{Event, Form, Pool};
use proto::registration::{RegistrationAttended, RegistrationMissed};
use registration::store::audit::{self, Action};
use registration::store::registration::State;
use serde_json::json;
use uuid::Uuid;

const ONLINE: PoolId = PoolId(Uuid::from_u128(4));
const LIST: &str = "/arrangor/pameldingar/levande-sentrum";

/// One place in the hall, as many as one likes online; dinner and walk one after the other on two days.
fn both() -> Event {
    let mut event = event();
    let pools = &mut event.sign_up.pools;
    pools[0].form = Some(Form::InPerson);
    pools[0].capacity = Some(1);
    pools[0].price = Some(proto::Localised::from([(proto::Language::Nn, "250 kroner")]));
    pools[1].form = Some(Form::InPerson);
    pools[2].starts_at = pools[2].starts_at.map(|at| at + TimeDelta::days(1));
    pools[2].ends_at = pools[2].ends_at.map(|at| at + TimeDelta::days(1));
    pools[2].capacity = Some(0);
    pools.push(Pool { id: ONLINE, form: Some(Form::Online), capacity: None, price: None, ..pools[0].clone() });
    event
}

fn online<'f>(name: &'f str, email: &'f str) -> Vec<(&'f str, &'f str)> {
    right(&[("form", "online"), ("name", name), ("email", email)])
}

#[tokio::test]
async fn one_is_asked_how_one_will_take_part() {
    for kind in KINDS {
        let world = World::with(kind, &both()).await;
        let form = world.get(FORM).await;
        for text in ["Korleis vil du delta?", "Eg møter opp", "250 kroner", "1 ledig plass", "Eg deltek på nett"] {
            form.says(text);
        }
        form.says("Berre for dei som møter opp.");
        form.says("onsdag 17. mars 2027");
        form.says("Fullt – venteliste");
        let without = world.post(FORM, &right(&[])).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
        without.says("Vel ein av måtane");
        without.says("href=\"#attend\"");
        let strange = world.post(FORM, &right(&[("form", "\"><script>")])).await;
        strange.says("Det går ikkje å delta slik lenger");
        world.is_untouched().await;
        let dinner = DINNER.0.to_string();
        let other = world.post(FORM, &right(&[("form", "online"), ("choice", &dinner)])).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
        other.says("«Middag» er ikkje for dei som deltek slik du har valt");
        let answer = world.post(FORM, &online("Kari", "kari@kommune.no")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        world.get(answer.location()).await.says("<dd>på nett</dd>");
        let row = world.rows().await.remove(0);
        assert_eq!((row.state, row.form()), (State::Admitted, Some(Form::Online)));
        let mine = world.get(&world.link(&row)).await;
        mine.says("Eg deltek på nett");
    }
}

#[tokio::test]
async fn the_receipt_names_how_one_takes_part_and_what_became_of_each_choice() {
    for kind in KINDS {
        let world = World::with(kind, &both()).await;
        let (dinner, walk) = (DINNER.0.to_string(), WALK.0.to_string());
        let chosen = [("form", "in_person"), ("choice", dinner.as_str()), ("choice", walk.as_str())];
        let answer = world.post(FORM, &right(&chosen)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let receipt = world.get(answer.location()).await;
        receipt.says("<dt>Deltaking</dt><dd>møter opp</dd>");
        receipt.says("Middag</span>: du har plass<br>tysdag 16. mars 2027 kl.");
        receipt.says("Byvandring</span>: du står på venteliste<br>onsdag 17. mars 2027 kl.");
        receipt.says_not("kari@kommune.no");

        // Together, of two who want the same place one has it.
        let world = World::new(kind).await;
        let party = [("guest-1-name", "Per Persson"), ("guest-1-email", "per@kommune.se"), ("choice", dinner.as_str())];
        let answer = world.post(FORM, &right(&party)).await;
        let receipt = world.get(answer.location()).await;
        receipt.says("Middag</span>: 1 har plass, 1 står på venteliste<br>");
        receipt.says_not("Deltaking");
    }
}

#[tokio::test]
async fn one_switches_on_ones_own_page_and_loses_nothing_when_it_is_full() {
    for kind in KINDS {
        let world = World::with(kind, &both()).await;
        world.post(FORM, &online("Kari", "kari@kommune.no")).await;
        let kari = world.link(&world.rows().await[0]);
        let change = |form| right(&[("form", form), ("language", "nn")]);
        let page = world.get(&format!("{kari}/endre")).await;
        page.says("value=\"online\" aria-describedby=\"attend-online-hint\" checked");
        assert_eq!(world.post(&format!("{kari}/endre"), &change("in_person")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(world.rows().await[0].form(), Some(Form::InPerson));
        world.post(FORM, &online("Per", "per@kommune.no")).await;
        let per = world.link(&world.rows().await[1]);
        let full = world.post(&format!("{per}/endre"), &change("in_person")).await;
        assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
        full.says("Det er fullt der. Ingenting er endra, og du deltek som før");
        let rows = world.rows().await;
        assert_eq!((rows[1].form(), rows[1].state), (Some(Form::Online), State::Admitted));
    }
}

#[tokio::test]
async fn programs_choose_a_form_too() {
    for kind in KINDS {
        let world = World::with(kind, &both()).await;
        let told = world.get("/api/v1/events/levande-sentrum").await.json();
        assert_eq!(told["forms"][0]["form"], "in_person");
        assert_eq!(told["forms"][0]["places_left"], 1);
        assert_eq!(told["forms"][1]["places_left"], json!(null));
        assert_eq!(told["choices"][0]["form"], "in_person");
        let body = |form: serde_json::Value| {
            json!({
                "name": "Kari", "email": "kari@kommune.no", "form": form,
                "answers": { "attend": "online", "municipality": "Volda" },
            })
        };
        for (wrong, says) in
            [(json!(null), "Välj ett av sätten"), (json!("beamed"), "längre att delta så"), (json!(7), "")]
        {
            let answer = world.api(None, &body(wrong)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(answer.json()["errors"][0]["field"], "form");
            answer.says(says);
        }
        let signed_up = world.api(Some("k"), &body(json!("online"))).await;
        assert_eq!(signed_up.status, StatusCode::CREATED, "{}", signed_up.body);
        assert_eq!(signed_up.json()["form"], "online");
        assert_eq!(world.api(Some("k"), &body(json!("in_person"))).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn two_that_clash_since_the_programme_changed_are_chosen_between() {
    for kind in KINDS {
        let mut event = event();
        let day_after = |at| Some(at + TimeDelta::days(1));
        let starts_at = event.starts_at;
        event.sign_up.pools[2].starts_at = day_after(starts_at);
        event.sign_up.pools[2].ends_at = day_after(starts_at + TimeDelta::hours(1));
        let world = World::with(kind, &event).await;
        let (dinner, walk) = (DINNER.0.to_string(), WALK.0.to_string());
        let both = [("choice", dinner.as_str()), ("choice", walk.as_str())];
        let mut fields = right(&[]);
        fields.extend(both);
        assert_eq!(world.post(FORM, &fields).await.status, StatusCode::SEE_OTHER);
        let kari = world.link(&world.rows().await[0]);
        world.get(&kari).await.says_not("Vel mellom desse");
        event.revision = 2;
        event.sign_up.pools[2].starts_at = Some(starts_at);
        event.sign_up.pools[2].ends_at = Some(starts_at + TimeDelta::hours(1));
        world.publish(&event).await;
        let page = world.get(&kari).await;
        for text in ["Vel mellom desse", "Vel innan", "Middag", "Byvandring", "type=\"radio\""] {
            page.says(text);
        }
        let field = page.body.split("name=\"val-").nth(1).and_then(|rest| rest.split('"').next()).expect("a field");
        let field = format!("val-{field}");
        let choose = format!("{kari}/vel");
        for missing in ["", "x", "00000000-0000-0000-0000-000000000001"] {
            let answer = world.post(&choose, &[(&field, missing)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            answer.says("Vel éin i kvart par");
        }
        let foreign = world.post_bare(&choose, "nn", &[(&field, &walk)]).await;
        assert_eq!(foreign.status, StatusCode::FORBIDDEN);
        assert_eq!(world.post(&choose, &[(&field, &walk)]).await.status, StatusCode::SEE_OTHER);
        world.get(&kari).await.says_not("Vel mellom desse");
        let again = world.post(&choose, &[(&field, &dinner)]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        again.says("Det er ingenting å velje mellom");
        assert_eq!(world.rows().await[0].choose_before, None);
    }
}

#[tokio::test]
async fn whoever_lost_a_session_sees_what_has_room_then() {
    for kind in KINDS {
        let mut event = event();
        let world = World::with(kind, &event).await;
        let dinner = DINNER.0.to_string();
        assert_eq!(world.post(FORM, &right(&[("choice", &dinner)])).await.status, StatusCode::SEE_OTHER);
        let kari = world.link(&world.rows().await[0]);
        event.revision = 2;
        event.sign_up.pools.remove(1);
        world.publish(&event).await;
        let page = world.get(&kari).await;
        for text in ["Dette går ikkje lenger", "Middag", "Desse har plass på same tid:", "Byvandring", "/endre#choices"]
        {
            page.says(text);
        }
        event.revision = 3;
        event.sign_up.pools[1].capacity = Some(0);
        world.publish(&event).await;
        world.get(&kari).await.says("Ingen andre har plass på same tid.");
    }
}

#[tokio::test]
async fn organisers_note_who_came_and_can_take_it_back() {
    for kind in KINDS {
        let world = World::with(kind, &event()).await;
        world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let id = world.rows().await[0].id.to_string();
        world.host.clock.set(at("2027-03-16T09:30:00Z"));
        world.get_as(LIST, "distriktssenteret", Role::Editor).await.says("value=\"ja\"");
        world.get_as(LIST, "distriktssenteret", Role::Reader).await.says_not("value=\"ja\"");
        let note = async |role, fields: &[(&str, &str)]| {
            world.post_as(&format!("{LIST}/kom"), "distriktssenteret", role, fields).await
        };
        assert_eq!(note(Role::Reader, &[("id", &id), ("kom", "ja")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(note(Role::Editor, &[("id", "x"), ("kom", "ja")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.rows().await[0].attended_at, None);
        for _ in 0..2 {
            let noted = note(Role::Editor, &[("id", &id), ("kom", "ja"), ("nr", "1"), ("status", "admitted")]).await;
            assert_eq!(noted.status, StatusCode::SEE_OTHER);
            assert_eq!(noted.location(), format!("{LIST}?status=admitted&side=1#nr-1"));
        }
        assert_eq!(world.rows().await[0].attended_at, Some(at("2027-03-16T09:30:00Z")));
        let said = bus::testing::said_of::<RegistrationAttended>(&world.host.db).await;
        assert_eq!(said.len(), 1);
        world.get(&world.link(&world.rows().await[0])).await.says("kursbevis.pdf");
        // In the middle of a search, the list that was searched for is shown again.
        let back = note(Role::Editor, &[("id", &id), ("kom", "nei"), ("sok", "kari")]).await;
        assert_eq!(back.status, StatusCode::OK);
        back.says("Kari Nordmann");
        let row = world.rows().await.remove(0);
        assert_eq!(row.attended_at, None);
        // Others are told, once, and there is no certificate any more.
        assert_eq!(note(Role::Editor, &[("id", &id), ("kom", "nei")]).await.status, StatusCode::SEE_OTHER);
        let missed = bus::testing::said_of::<RegistrationMissed>(&world.host.db).await;
        assert_eq!(missed.iter().map(|fact| fact.registration.revision).collect::<Vec<_>>(), [3]);
        world.get(&world.link(&row)).await.says_not("kursbevis.pdf");
        let file = format!("{}/kursbevis.pdf", world.link(&row));
        assert_eq!(world.get(&file).await.status, StatusCode::NOT_FOUND);
        let looks = audit::of_event(&world.host.db.read, event().id).await.unwrap();
        let noted: Vec<_> =
            looks.iter().map(|look| look.action).filter(|a| !matches!(a, Action::List | Action::Search)).collect();
        assert_eq!(noted, [Action::NotAttended, Action::Attended]);
    }
}
