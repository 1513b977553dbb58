//! What may be done to a form, what it lacks and what is warned of.

use super::editing::{MOST, Refused, added, changed, condition, moved, needed_by, removed};
use super::library::Ready;
use super::presenting::presentable;
use super::question::{Kind, Offered, Question};
use super::wanting::{Lack, lacks};
use super::warning::{Warning, stems, warnings};
use proto::event::Condition;
use proto::{Language, Localised};
use std::collections::BTreeMap;
use text::Text;

fn both(text: &str) -> Localised {
    Localised::from([(Language::Nn, text), (Language::Nb, text)])
}

fn question(key: &str, kind: Kind) -> Question {
    let mut question = Question::empty(kind, key.to_owned(), 30);
    question.label = both(key);
    question.purpose = both("Why");
    if kind.has_options() {
        let option = |value: &str| Offered { value: value.to_owned(), label: both(value) };
        question.options = ["x", "y", "z"].map(option).into();
    }
    question
}

fn hanging(key: &str, kind: Kind, on: &str, answers: &[&str]) -> Question {
    let any_of = answers.iter().map(|answer| (*answer).to_owned()).collect();
    Question { only_if: Some(Condition { question: on.to_owned(), any_of }), ..question(key, kind) }
}

/// How, then what hangs on it, then what hangs on that, and one by itself.
fn form() -> Vec<Question> {
    vec![
        question("how", Kind::OneOf),
        hanging("dinner", Kind::YesNo, "how", &["x", "y"]),
        hanging("food", Kind::LongText, "dinner", &["yes"]),
        question("name", Kind::Text),
    ]
}

fn keys(form: &[Question]) -> Vec<&str> {
    form.iter().map(|question| question.key.as_str()).collect()
}

#[test]
fn questions_are_moved_as_long_as_what_they_hang_on_comes_first() {
    let early = |asked, after| Err(Refused::TooEarly { asked, after });
    let cases: [(&str, usize, Result<&[&str], Refused>); 9] = [
        ("name", 0, Ok(&["name", "how", "dinner", "food"])),
        ("name", 99, Ok(&["how", "dinner", "food", "name"])),
        ("name", 2, Ok(&["how", "dinner", "name", "food"])),
        ("food", 3, Ok(&["how", "dinner", "name", "food"])),
        ("food", 1, early(2, 1)),
        ("dinner", 0, early(1, 0)),
        ("how", 1, early(1, 0)),
        ("how", 99, early(1, 0)),
        ("other", 0, Err(Refused::Gone)),
    ];
    let form = form();
    for (key, to, expected) in cases {
        let found = moved(&form, key, to);
        assert_eq!(found.as_deref().map(keys).map_err(Clone::clone), expected.map(<[&str]>::to_vec), "{key} to {to}");
    }
}

#[test]
fn what_others_hang_on_stays() {
    let form = form();
    assert_eq!(removed(&form, "how"), Err(Refused::Needed { by: vec![1] }));
    assert_eq!(removed(&form, "dinner"), Err(Refused::Needed { by: vec![2] }));
    assert_eq!(removed(&form, "none"), Err(Refused::Gone));
    assert_eq!(keys(&removed(&form, "food").unwrap()), ["how", "dinner", "name"]);
    let mut how = form[0].clone();
    how.options.remove(2);
    assert_eq!(changed(&form, how.clone()).unwrap()[0].options.len(), 2, "nothing hangs on that answer");
    how.options.remove(0);
    assert_eq!(changed(&form, how), Err(Refused::Needed { by: vec![1] }));
    assert_eq!(changed(&form, question("none", Kind::Text)), Err(Refused::Gone));
    let other = Question { label: both("Other words"), ..form[0].clone() };
    assert_eq!(changed(&form, other.clone()).unwrap()[0], other);
}

#[test]
fn a_form_has_room_for_so_many_and_asks_nothing_twice() {
    let mut form = Vec::new();
    for number in 0..MOST {
        form = added(&form, question(&format!("s{number}"), Kind::Text)).unwrap();
    }
    assert_eq!(added(&form, question("more", Kind::Text)), Err(Refused::Full));
    assert_eq!(added(&form[..1], question("s0", Kind::Text)), Err(Refused::Asked));
}

#[test]
fn what_is_ticked_is_one_question_and_some_of_its_answers() {
    let form = form();
    let ticked = |pairs: &[(&'static str, &'static str)]| condition(pairs.iter().copied(), &form[..2]);
    let on = |key: &str, answers: &[&str]| Ok(hanging("", Kind::Text, key, answers).only_if);
    assert_eq!(ticked(&[]), Ok(None));
    assert_eq!(ticked(&[("how", "x"), ("how", "z"), ("how", "x")]), on("how", &["x", "z"]));
    assert_eq!(ticked(&[("dinner", "no")]), on("dinner", &["no"]));
    assert_eq!(ticked(&[("how", "q"), ("food", "yes"), ("none", "x")]), Ok(None), "what was never offered");
    assert_eq!(ticked(&[("how", "x"), ("dinner", "yes")]), Err(Refused::TwoConditions));
}

/// The same numbers every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

#[test]
fn whatever_is_done_every_condition_looks_back_at_an_answer_that_is_there() {
    for seed in 0..200 {
        let (mut dice, mut form, mut made) = (Dice(seed), Vec::<Question>::new(), 0);
        for step in 0..80 {
            let some = form.get(dice.below(form.len().max(1))).map(|question| question.key.clone());
            let key = some.unwrap_or_default();
            let done = match dice.below(5) {
                0 | 1 => {
                    made += 1;
                    let kind = Kind::ALL[dice.below(Kind::ALL.len())];
                    let mut next = question(&format!("s{made}"), kind);
                    let pairs: Vec<(String, String)> = form
                        .iter()
                        .flat_map(|other| {
                            other.answers().into_iter().map(|answer| (other.key.clone(), answer.to_owned()))
                        })
                        .collect();
                    if !pairs.is_empty() {
                        let (on, answer) = &pairs[dice.below(pairs.len())];
                        next.only_if = condition([(on.as_str(), answer.as_str())], &form).unwrap();
                    }
                    added(&form, next)
                }
                2 => removed(&form, &key),
                3 => moved(&form, &key, dice.below(12)),
                _ => {
                    let own = form.iter().find(|question| question.key == key).cloned().unwrap_or_default();
                    let mut own = Question { required: !own.required, ..own };
                    let left = own.options.len();
                    own.options.truncate(left.max(1) - 1);
                    changed(&form, own)
                }
            };
            let before = keys(&form).len();
            if let Ok(next) = done {
                assert!(next.len().abs_diff(before) <= 1);
                form = next;
            }
            for number in 0..form.len() {
                let found = lacks(&form, number, &[Language::Nn, Language::Nb], 365);
                let conditions = found.iter().filter(|lack| **lack == Lack::Condition).count();
                assert_eq!(conditions, 0, "seed {seed}, step {step}: {form:?}");
            }
            let mut own = keys(&form);
            own.sort_unstable();
            own.dedup();
            assert_eq!(own.len(), form.len(), "no key is there twice");
            assert!(form.iter().all(|question| needed_by(&form, &question.key).len() < form.len().max(1)));
        }
    }
}

#[test]
fn each_thing_that_a_question_lacks_is_told_of() {
    use Language::{Nb, Nn, Sv};
    type Case = (usize, fn(&mut Question), &'static [Lack]);
    let cases: &[Case] = &[
        (3, |_| (), &[]),
        (3, |it| drop(it.label.0.remove(&Nb)), &[Lack::Label(Nb)]),
        (3, |it| drop(it.label.0.insert(Sv, "a\nb".to_owned())), &[Lack::LongLabel(Sv)]),
        (3, |it| drop(it.label.0.insert(Nn, "å".repeat(201))), &[Lack::LongLabel(Nn)]),
        (3, |it| it.hint = Localised::from([(Nb, "Help")]), &[Lack::Hint(Nn)]),
        (3, |it| it.purpose = Localised::default(), &[Lack::Purpose(Nn), Lack::Purpose(Nb)]),
        (3, |it| it.days.clear(), &[Lack::Days]),
        (3, |it| it.days = "91".to_owned(), &[Lack::Days]),
        (3, |it| it.days = "-1".to_owned(), &[Lack::Days]),
        (3, |it| it.days = "0".to_owned(), &[]),
        (3, |it| it.min = "x".to_owned(), &[]),
        (0, |it| it.options.truncate(1), &[Lack::Options(Nn)]),
        (0, |it| drop(it.options[1].label.0.remove(&Nn)), &[Lack::Option(2, Nn)]),
        (0, |it| drop(it.options[2].label.0.insert(Nb, "a\nb".to_owned())), &[Lack::LongOption(3, Nb)]),
        (1, |it| it.only_if = hanging("", Kind::Text, "name", &["x"]).only_if, &[Lack::Condition]),
        (1, |it| it.only_if = hanging("", Kind::Text, "food", &["x"]).only_if, &[Lack::Condition]),
        (1, |it| it.only_if = hanging("", Kind::Text, "how", &["x", "q"]).only_if, &[Lack::Condition]),
        (1, |it| it.only_if = hanging("", Kind::Text, "how", &[]).only_if, &[Lack::Condition]),
        (4, |_| (), &[]),
        (4, |it| it.min = "-5".to_owned(), &[]),
        (4, |it| it.min = "ti".to_owned(), &[Lack::Min]),
        (4, |it| it.max = "9007199254740992".to_owned(), &[Lack::Max]),
        (4, |it| (it.min, it.max) = ("3".to_owned(), "2".to_owned()), &[Lack::MinAboveMax]),
    ];
    for (case, (number, change, expected)) in cases.iter().enumerate() {
        let mut form = form();
        form.push(question("count", Kind::Number));
        change(&mut form[*number]);
        assert_eq!(lacks(&form, *number, &[Nn, Nb], 90), *expected, "case {case}");
    }
    assert_eq!(lacks(&form(), 9, &[Nn], 90), []);
    assert_eq!(lacks(&[Question::default()], 0, &[], 90), [Lack::Label(Nn), Lack::Purpose(Nn), Lack::Days]);
}

#[test]
fn what_was_sent_is_taken_over_and_answers_keep_their_values() {
    let own = question("how", Kind::OneOf);
    let sent = BTreeMap::from([
        ("label_nn", "How?"),
        ("purpose_sv", "Why"),
        ("required", "yes"),
        ("days", "soon"),
        ("min", "1"),
        ("option-1-value", "y"),
        ("option-1_nn", "Why not"),
        ("option-2-value", "x"),
        ("option-3-value", "y"),
        ("option-3_nb", "Twice"),
        ("option-4-value", "forged\"]{}"),
        ("option-4_nn", "Forged"),
        ("option-21_nn", "One too many"),
    ]);
    let mut number = 0;
    let new_value = || {
        number += 1;
        format!("new{number}")
    };
    let taken = own.with(|name| sent.get(name).copied().unwrap_or_default().to_owned(), new_value);
    let values: Vec<&str> = taken.options.iter().map(|option| option.value.as_str()).collect();
    assert_eq!(values, ["y", "new1", "new2"]);
    assert_eq!(
        (taken.label, taken.purpose),
        (Localised::from([(Language::Nn, "How?")]), Localised::from([(Language::Sv, "Why")]),)
    );
    assert!(taken.required && !taken.sensitive && taken.min.is_empty());
    assert_eq!((taken.key.as_str(), taken.kind, taken.days.as_str()), ("how", Kind::OneOf, "soon"));
}

#[test]
fn health_is_warned_of_where_many_would_read_it() {
    let text = Text::new();
    let words = |language| stems(&text.word(language, "drafting-form-health-words", &[]));
    let asking = |language: Language, label: &str| Question {
        label: Localised::from([(language, label)]),
        ..question("x", Kind::Text)
    };
    for (language, label, expected) in [
        (Language::Nn, "Har du allergiar?", true),
        (Language::Nn, "Er du SJUKMELD?", true),
        (Language::Nn, "Kva tema interesserer deg?", false),
        (Language::Nb, "Har du matallergi eller diett?", true),
        (Language::Nb, "Hva slags sykkel bruker du?", false),
        (Language::Sv, "Har du någon funktionsnedsättning?", true),
        (Language::Sv, "Vilken kommun kommer du från?", false),
        (Language::En, "Do you have any allergies or a disability?", true),
        (Language::En, "Which session suits you?", false),
    ] {
        let found = warnings(&asking(language, label), words);
        assert_eq!(found.contains(&Warning::Health), expected, "{label}");
        let apart = Question { sensitive: true, ..asking(language, label) };
        assert_eq!(warnings(&apart, words), []);
        let chosen = Question { kind: Kind::YesNo, ..asking(language, label) };
        assert_eq!(warnings(&chosen, words), []);
    }
    let demanded =
        Question { sensitive: true, required: true, purpose: Localised::default(), ..question("x", Kind::Text) };
    assert_eq!(warnings(&demanded, words), [Warning::Demanded, Warning::NoPurpose]);
    let hinted = Question { hint: Localised::from([(Language::Nn, "Til dømes helse")]), ..question("x", Kind::Text) };
    assert_eq!(warnings(&hinted, words), [Warning::Health]);
    for language in Language::ALL {
        assert!(words(language).len() > 8 && words(language).iter().all(|stem| stem.len() > 3), "{language}");
    }
}

#[test]
fn what_is_ready_lacks_nothing_and_warns_of_nothing() {
    let text = Text::new();
    let wording = |ready: Ready, part: &str| {
        let key = ["drafting-ask-", ready.key(), "-", part].concat();
        Localised(Language::ALL.into_iter().map(|language| (language, text.word(language, &key, &[]))).collect())
    };
    let form: Vec<Question> = Ready::ALL.into_iter().map(|ready| ready.question(wording, 60)).collect();
    for (number, question) in form.iter().enumerate() {
        assert_eq!(lacks(&form, number, &Language::ALL, 60), [], "{}", question.key);
        let words = |language| stems(&text.word(language, "drafting-form-health-words", &[]));
        assert_eq!(warnings(question, words), [], "{}", question.key);
        assert_eq!(Ready::named(&question.key).map(Ready::key), Some(question.key.as_str()));
        assert_eq!(Kind::named(question.kind.word()), Some(question.kind));
    }
}

#[test]
fn every_lack_has_a_field_and_words_of_its_own() {
    let text = Text::new();
    for (lack, language) in Lack::examples().into_iter().flat_map(|lack| Language::ALL.map(|own| (lack, own))) {
        let args = [("language", "X".into()), ("question", 1_i64.into()), ("option", 2_i64.into())];
        assert_ne!(text.word(language, lack.key(), &args), lack.key(), "{language}");
        assert!(!lack.id().is_empty());
    }
}

#[test]
fn what_is_shown_of_an_unfinished_form_can_be_shown() {
    let mut form = form();
    form[0].options.truncate(1);
    form[3].days = "often".to_owned();
    form[3].purpose = Localised::default();
    form.push(Question { label: both("a\nb"), ..question("long", Kind::Text) });
    form.push(Question { min: "9".to_owned(), max: "1".to_owned(), ..question("count", Kind::Number) });
    let shown = presentable(&form, 20);
    assert_eq!(keys(&shown), ["dinner", "food", "name", "count"]);
    assert_eq!((&shown[0].only_if, shown[1].only_if.is_some()), (&None, true), "what it hung on is not shown");
    for number in 0..shown.len() {
        assert_eq!(lacks(&shown, number, &[], 20), []);
    }
}
