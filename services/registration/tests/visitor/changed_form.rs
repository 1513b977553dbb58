//! Forms that are changed after people have answered them.

use crate::world::{FORM, World, event, right};
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::account::Role;
use proto::event::{AnswerType, Event};
use proto::{Language, Localised};

const LIST: &str = "/arrangor/pameldingar/levande-sentrum";
const OWN: &str = "distriktssenteret";

/// Without the way to take part in person, nor what hangs on it, and without the question about nights.
fn changed(revision: u32) -> Event {
    let mut event = event();
    event.revision = revision;
    event.sign_up.questions.retain(|question| !["kitchen", "nights"].contains(&question.key.as_str()));
    let attend = &mut event.sign_up.questions[0];
    attend.label = Localised::from([(Language::Nn, "Korleis er du med?")]);
    if let AnswerType::OneOf { options } = &mut attend.answer {
        options.remove(0);
        let mut third = options[0].clone();
        "later".clone_into(&mut third.value);
        options.push(third);
    }
    event
}

#[tokio::test]
async fn what_was_answered_before_a_form_changed_is_read_as_it_was_asked() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let fields = right(&[("q-nights", "2"), ("q-kitchen", "Glutenfri")]);
        assert_eq!(world.post(FORM, &fields).await.status, StatusCode::SEE_OTHER);
        let row = world.rows().await[0].clone();
        let own = world.link(&row);
        let person = format!("{LIST}/{}", row.id);
        // Twice, so that what was gone before is still known, and then asked again.
        for revision in [2, 3] {
            let mut event = changed(revision);
            if revision == 3 {
                event.sign_up.questions.pop();
            }
            world.publish(&event).await;
            let page = world.get(&own).await;
            for text in ["Korleis er du med?", "Eg møter opp", "Netter", "Kva må kjøkenet vite?", "Glutenfri"] {
                page.says(text);
            }
            let seen = world.get_as(&person, OWN, Role::Reader).await;
            for text in ["Eg møter opp", "Netter"] {
                seen.says(text);
            }
            seen.says_not("Glutenfri");
            let few = world.get_as(&format!("{person}?vis=behov"), OWN, Role::Editor).await;
            few.says("Kva må kjøkenet vite?");
            few.says("Glutenfri");
            let file = [("format", "csv"), ("why", "Romfordeling")];
            let table = world.post_as(&format!("{LIST}/eksport"), OWN, Role::Reader, &file).await;
            table.says("Netter");
            table.says("Eg møter opp");
            table.says_not("kitchen");
            let form = world.get(FORM).await;
            form.says_not("Netter");
            form.says_not("Eg møter opp");
        }
        world.publish(&Event { revision: 4, ..event() }).await;
        let page = world.get(&own).await;
        assert_eq!(page.body.matches("Netter").count(), 1, "what is asked again stands there once");
        page.says("Korleis vil du delta?");
    }
}
