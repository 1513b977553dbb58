//! A form as organisers build it, question by question.

use super::drafting::Drafting;
use super::world::Answer;
use axum::http::{StatusCode, header};
use host::testing::{KINDS, Kind};
use proto::account::Role;
use proto::event::{AnswerType, Condition};

/// A draft with everything but a form.
async fn begun(kind: Kind) -> Drafting {
    let drafting = Drafting::begin(kind).await;
    drafting.fill_in().await;
    for key in ["municipality", "access"] {
        assert_eq!(drafting.take_out(key).await.status, StatusCode::SEE_OTHER);
    }
    drafting
}

impl Drafting {
    fn keys(row: &drafting::store::Model) -> Vec<String> {
        row.draft().form.iter().map(|question| question.key.clone()).collect()
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let version = self.row().await.version.to_string();
        let own = [("csrf", self.csrf.as_str()), ("version", version.as_str())];
        self.world.send(&format!("{}{path}", self.path), &self.cookies, &[&own, fields].concat()).await
    }

    async fn take_out(&self, key: &str) -> Answer {
        self.post(&format!("/sporsmal/{key}/fjern"), &[("sure", "yes")]).await
    }

    /// Adds an empty question, and tells its key.
    async fn new_question(&self, kind: &str) -> String {
        let path = self.ask(&format!("new-{kind}")).await;
        let key = path.strip_prefix(&format!("{}/sporsmal/", self.path)).expect("on to the question");
        key.to_owned()
    }

    async fn write(&self, key: &str, fields: &[(&str, &str)]) -> Answer {
        self.post(&format!("/sporsmal/{key}"), fields).await
    }

    async fn order(&self, key: &str, fields: &[(&str, &str)]) -> Answer {
        self.post("/steg/sporsmal", &[&[("key", key)], fields].concat()).await
    }
}

const HOW: [(&str, &str); 11] = [
    ("label_nn", "Korleis er du <med>?"),
    ("label_nb", "Hvordan er du <med>?"),
    ("purpose_nn", "Så vi finn rom."),
    ("purpose_nb", "Så vi finner rom."),
    ("days", "14"),
    ("required", "yes"),
    ("option-1_nn", "I salen"),
    ("option-1_nb", "I salen"),
    ("option-2_nn", "På nett"),
    ("option-2_nb", "På nett"),
    ("option-3_nn", ""),
];
const FOOD: [(&str, &str); 7] = [
    ("label_nn", "Har du allergiar?"),
    ("label_nb", "Har du allergier?"),
    ("purpose_nn", "Til kjøkenet."),
    ("purpose_nb", "Til kjøkkenet."),
    ("days", "7"),
    ("hint_nn", "Skriv kort."),
    ("hint_nb", "Skriv kort."),
];

#[tokio::test]
async fn a_form_is_built_question_by_question_and_is_what_people_are_asked() {
    for kind in KINDS {
        let drafting = begun(kind).await;
        let how = drafting.new_question("one_of").await;
        let saved = drafting.write(&how, &HOW).await;
        let form = format!("{}/steg/sporsmal?gjort=lagra&sporsmal={how}", drafting.path);
        assert_eq!(saved.header(header::LOCATION), form, "{}", saved.text);
        assert!(drafting.look(&form).await.text.contains("er lagra som spørsmål 1 av 1"));
        let values: Vec<String> =
            drafting.row().await.draft().form[0].options.iter().map(|it| it.value.clone()).collect();
        assert_eq!(values.len(), 2, "empty rows are left out");

        let food = drafting.new_question("long_text").await;
        let page = drafting.look(&format!("{}/sporsmal/{food}", drafting.path)).await;
        assert!(page.text.contains("Spørsmål 1, Korleis er du &lt;med&gt;? – I salen"), "{}", page.text);
        let hall = format!("{how}={}", values[0]);
        assert_eq!(drafting.write(&food, &[&FOOD[..], &[("when", hall.as_str())]].concat()).await.status, 303);
        let page = drafting.look(&format!("{}/steg/sporsmal", drafting.path)).await;
        assert!(page.text.contains("få folk til å fortelje om helsa si"), "a warning, not a refusal");
        assert!(page.text.contains("Kjem berre når svaret på spørsmål 1 er:"));
        let count = drafting.new_question("number").await;
        let fields = [("label_nn", "Tal"), ("label_nb", "Tall"), ("purpose_nn", "A"), ("purpose_nb", "A")];
        let limits = [("days", "0"), ("min", "1"), ("max", "9")];
        assert_eq!(drafting.write(&count, &[&fields[..], &limits].concat()).await.status, StatusCode::SEE_OTHER);
        drafting.ask("role").await;

        // By the buttons, and as the script sends it.
        let moved = drafting.order("role", &[("do", "up")]).await;
        assert!(moved.header(header::LOCATION).ends_with("?gjort=opp&sporsmal=role"));
        let page = drafting.look(moved.header(header::LOCATION)).await;
        assert!(page.text.contains("er no spørsmål 3 av 4") && page.text.matches(" autofocus").count() == 1);
        assert_eq!(drafting.order("role", &[("do", "move"), ("to", "0")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(drafting.order(&how, &[("do", "down")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let row = drafting.row().await;
        assert_eq!(Drafting::keys(&row), ["role", &how, &food, &count]);

        assert_eq!(drafting.publish(row.version).await.status, StatusCode::SEE_OTHER);
        let asked = drafting.published().await.pop().expect("it is said").event.sign_up.questions;
        let keys: Vec<&str> = asked.iter().map(|question| question.key.as_str()).collect();
        assert_eq!(keys, ["role", &how, &food, &count]);
        assert_eq!(asked[2].only_if, Some(Condition { question: how.clone(), any_of: vec![values[0].clone()] }));
        assert_eq!((asked[1].required, asked[1].delete_after_days, asked[2].delete_after_days), (true, 14, 7));
        assert_eq!(asked[3].answer, AnswerType::Number { min: Some(1), max: Some(9) });
    }
}

#[tokio::test]
async fn a_question_keeps_its_key_and_answers_their_values_whatever_they_are_called() {
    for kind in KINDS {
        let drafting = begun(kind).await;
        let how = drafting.new_question("several_of").await;
        drafting.write(&how, &HOW).await;
        drafting.publish(drafting.row().await.version).await;
        let values: Vec<String> =
            drafting.row().await.draft().form[0].options.iter().map(|it| it.value.clone()).collect();
        let page = drafting.look(&format!("{}/sporsmal/{how}", drafting.path)).await;
        assert!(page.text.contains("nokon kan ha svart"));
        // The first answer is gone, the second has other words, and there is a new one.
        let rest: Vec<(&str, &str)> = HOW[..6].iter().filter(|(name, _)| *name != "label_nn").copied().collect();
        let changed = [
            ("label_nn", "Korleis vil du vere med?"),
            ("option-2-value", values[1].as_str()),
            ("option-2_nn", "Digitalt"),
            ("option-2_nb", "Digitalt"),
            ("option-3_nn", "I opptak"),
            ("option-3_nb", "I opptak"),
        ];
        assert_eq!(drafting.write(&how, &[&rest[..], &changed].concat()).await.status, StatusCode::SEE_OTHER);
        drafting.publish(drafting.row().await.version).await;
        let asked = drafting.published().await.pop().expect("it is said").event.sign_up.questions;
        let AnswerType::SeveralOf { options } = &asked[0].answer else { panic!("{:?}", asked[0].answer) };
        assert_eq!((asked[0].key.as_str(), options[0].value.as_str()), (how.as_str(), values[1].as_str()));
        assert!(!values.contains(&options[1].value), "nobody has answered that");
        assert_eq!(drafting.take_out(&how).await.status, StatusCode::SEE_OTHER);
        assert_ne!(drafting.new_question("several_of").await, how);
    }
}

#[tokio::test]
async fn what_another_question_hangs_on_is_not_taken_away() {
    for kind in KINDS {
        let drafting = begun(kind).await;
        let dinner = drafting.new_question("yes_no").await;
        drafting.write(&dinner, &HOW[..5]).await;
        let food = drafting.new_question("text").await;
        let yes = format!("{dinner}=yes");
        drafting.write(&food, &[&FOOD[..], &[("when", yes.as_str())]].concat()).await;
        let refused = drafting.take_out(&dinner).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Spørsmål 2, «Har du allergiar?», kjem berre når"), "{}", refused.text);
        let page = drafting.look(&format!("{}/sporsmal/{dinner}", drafting.path)).await;
        assert!(!page.text.contains("/fjern\""), "no button that does nothing");
        let unsure = drafting.post(&format!("/sporsmal/{food}/fjern"), &[]).await;
        assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
        // Without its condition the other may go.
        assert_eq!(drafting.write(&food, &FOOD).await.status, StatusCode::SEE_OTHER);
        assert_eq!(drafting.take_out(&dinner).await.status, StatusCode::SEE_OTHER);
        assert_eq!(Drafting::keys(&drafting.row().await), [food]);
        assert_eq!(drafting.look(&format!("{}/sporsmal/{dinner}", drafting.path)).await.status, 404);
    }
}

#[tokio::test]
async fn what_is_not_right_is_told_beside_its_field_and_kept() {
    for kind in KINDS {
        let drafting = begun(kind).await;
        let (one, two) = (drafting.new_question("yes_no").await, drafting.new_question("yes_no").await);
        let count = drafting.new_question("number").await;
        let (both, other) = (format!("{one}=yes"), format!("{two}=no"));
        let fields = [("label_nn", "Kor <mange>?"), ("days", "ofte"), ("min", "x"), ("max", "3")];
        let told = drafting.write(&count, &fields).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        for text in ["id=\"days-error\"", "id=\"min-error\"", "value=\"Kor &lt;mange&gt;?\"", "value=\"ofte\""] {
            assert!(told.text.contains(text), "{text}: {}", told.text);
        }
        assert_eq!(drafting.row().await.draft().form[2].days, "ofte", "kept, as every step is");
        let before = drafting.row().await.version;
        let told =
            drafting.write(&count, &[("label_nn", "Ny"), ("when", both.as_str()), ("when", other.as_str())]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains("svar på eitt spørsmål, ikkje fleire") && told.text.contains("value=\"Ny\""));
        assert_eq!(drafting.row().await.version, before, "what cannot be is not kept");
        assert_eq!(told.text.matches(" checked").count(), 2, "what was ticked is still");

        let overview = drafting.look(&drafting.path).await;
        for text in ["Spørsmål 1: Skriv spørsmålet (Nynorsk)", "Spørsmål 3: Skriv føremålet (Bokmål)"] {
            assert!(overview.text.contains(text), "{text}: {}", overview.text);
        }
        assert!(overview.text.contains(&format!("/sporsmal/{count}#purpose_nb")));
        let refused = drafting.publish(before).await;
        assert_eq!((refused.status, drafting.published().await.len()), (StatusCode::UNPROCESSABLE_ENTITY, 0));
        for (fields, status) in [
            (vec![("do", "add"), ("what", "new-magic")], 422),
            (vec![("do", "add")], 422),
            (vec![("do", "dance"), ("key", count.as_str())], 404),
            (vec![("do", "move"), ("key", count.as_str()), ("to", "-1")], 404),
            (vec![("do", "up"), ("key", "nothing")], 422),
        ] {
            assert_eq!(drafting.post("/steg/sporsmal", &fields).await.status, status, "{fields:?}");
        }
    }
}

#[tokio::test]
async fn two_who_change_the_same_form_do_not_write_over_one_another() {
    for kind in KINDS {
        let drafting = begun(kind).await;
        let how = drafting.new_question("one_of").await;
        let seen = drafting.row().await.version.to_string();
        let (visit, csrf) = host::testing::visitor(&drafting.world.host);
        let cookies = format!("{visit}; {}", drafting.world.signed_in("distriktssenteret", Role::Owner));
        let path = format!("{}/sporsmal/{how}", drafting.path);
        let colleague = [("csrf", csrf.as_str()), ("version", seen.as_str())];
        let saved = drafting.world.send(&path, &cookies, &[&colleague[..], &HOW].concat()).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);

        let own = [("csrf", drafting.csrf.as_str()), ("version", seen.as_str())];
        let late = |fields: &[(&'static str, &'static str)]| [&own[..], fields].concat();
        let told = drafting.world.send(&path, &drafting.cookies, &late(&[("label_nn", "Mitt")])).await;
        assert_eq!(told.status, StatusCode::CONFLICT);
        assert!(told.text.contains("Ein annan i organisasjonen har endra skjemaet"));
        assert!(told.text.contains("value=\"Mitt\""), "what was typed is kept");
        let form = format!("{}/steg/sporsmal", drafting.path);
        let added = drafting.world.send(&form, &drafting.cookies, &late(&[("do", "add"), ("what", "role")])).await;
        let removed = drafting.world.send(&format!("{path}/fjern"), &drafting.cookies, &late(&[("sure", "yes")])).await;
        assert_eq!((added.status, removed.status), (StatusCode::CONFLICT, StatusCode::CONFLICT));
        let row = drafting.row().await;
        assert_eq!(row.draft().form.len(), 1);
        assert_eq!(row.draft().form[0].label.get(proto::Language::Nn), "Korleis er du <med>?");
        // The page that told of it knows the newer version.
        assert!(told.text.contains(&format!("name=\"version\" value=\"{}\"", row.version)));
        assert_eq!(drafting.write(&how, &[("label_nn", "Mitt"), ("days", "1")]).await.status, StatusCode::SEE_OTHER);
        // Somebody else has taken it out while it was written.
        drafting.take_out(&how).await;
        let gone = drafting.write(&how, &[("label_nn", "Mitt")]).await;
        assert_eq!(gone.header(header::LOCATION), format!("{form}?gjort=fjerna"));
    }
}

#[tokio::test]
async fn the_form_is_seen_in_the_preview_with_whatever_is_finished_of_it() {
    for kind in KINDS {
        let drafting = begun(kind).await;
        let how = drafting.new_question("one_of").await;
        drafting.write(&how, &HOW).await;
        drafting.ask("food").await;
        drafting.new_question("text").await;
        let page = drafting.look(&format!("{}/sja/nb", drafting.path)).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        for text in ["Hvordan er du &lt;med&gt;?", "På nett", "Få ser svaret.", "Svaret blir slettet 14 dager etter"]
        {
            assert!(page.text.contains(text), "{text}: {}", page.text);
        }
        assert!(!page.text.contains("mp-as-phone") && !page.text.contains("<form method=\"post\" action=\"/pamelding"));
        let narrow = drafting.look(&format!("{}/sja/nb?smal=1", drafting.path)).await;
        assert!(narrow.text.contains("mp-as-phone"));
    }
}

#[tokio::test]
async fn forged_forms_change_no_question_and_lose_nothing() {
    for kind in KINDS {
        let drafting = begun(kind).await;
        let how = drafting.new_question("text").await;
        let before = drafting.row().await.version;
        let forged =
            [("csrf", "forfalska"), ("label_nn", "Skrive lenge"), ("do", "add"), ("what", "role"), ("sure", "yes")];
        for path in ["/steg/sporsmal".to_owned(), format!("/sporsmal/{how}"), format!("/sporsmal/{how}/fjern")] {
            let sent = drafting.world.send(&format!("{}{path}", drafting.path), &drafting.cookies, &forged).await;
            assert_eq!(sent.status, StatusCode::FORBIDDEN, "{path}");
            assert_eq!(sent.text.contains("value=\"Skrive lenge\""), path.ends_with(&how));
        }
        assert_eq!(drafting.row().await.version, before);
    }
}
