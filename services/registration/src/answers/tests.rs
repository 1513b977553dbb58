use super::*;
use proptest::prelude::*;
use proto::Language;
use proto::Localised;
use proto::event::{AnswerType, Choice, Condition, Country, Question};

fn question(key: &str, answer: AnswerType) -> Question {
    Question {
        key: key.to_owned(),
        label: Localised::from([(Language::Nn, key)]),
        hint: None,
        required: false,
        answer,
        only_if: None,
        purpose: Localised::from([(Language::Nn, "For å planleggje")]),
        sensitive: false,
        delete_after_days: 14,
        autocomplete: None,
    }
}

fn options(values: &[&str]) -> Vec<Choice> {
    values.iter().map(|v| Choice { value: (*v).to_owned(), label: Localised::from([(Language::Nn, *v)]) }).collect()
}

fn answer_to(answer: AnswerType, raw: impl Into<Raw>) -> Result<Option<Answer>, Problem> {
    let (questions, raw) = ([question("q", answer)], raw.into());
    read(&questions, |_| raw.clone()).map(|answers| answers.0.into_values().next()).map_err(|problems| {
        assert_eq!(problems.len(), 1);
        problems[0].problem.clone()
    })
}

fn typed(answer: AnswerType, text: &str) -> Result<Option<Answer>, Problem> {
    answer_to(answer, Raw::Text(text.to_owned()))
}

const ANY_NUMBER: AnswerType = AnswerType::Number { min: None, max: None };

#[test]
fn numbers_are_read_as_people_write_them() {
    for (text, number) in [("1250", 1250), ("1 250", 1250), ("1\u{a0}250", 1250), (" 7 ", 7), ("-3", -3), ("−3", -3)]
    {
        assert_eq!(typed(ANY_NUMBER, text), Ok(Some(Answer::Number(number))), "{text}");
    }
    for text in ["1250,5", "1.250", "1,5"] {
        assert_eq!(typed(ANY_NUMBER, text), Err(Problem::NumberNotWhole), "{text}");
    }
    for text in ["tolv", "12 stk", "1e9", "--1", "99999999999999999999", "٣"] {
        assert_eq!(typed(ANY_NUMBER, text), Err(Problem::NumberUnreadable), "{text}");
    }
    let few = AnswerType::Number { min: Some(1), max: Some(5) };
    assert_eq!(typed(few.clone(), "0"), Err(Problem::NumberTooSmall { min: 1 }));
    assert_eq!(typed(few, "6"), Err(Problem::NumberTooLarge { max: 5 }));
}

#[test]
fn addresses_that_mail_reaches_are_taken_as_they_are_meant() {
    for (text, kept) in [
        ("kari@kommune.no", "kari@kommune.no"),
        (" Kari.Nordmann+kurs@Volda.Kommune.NO ", "Kari.Nordmann+kurs@volda.kommune.no"),
        ("o'brien@council.org", "o'brien@council.org"),
        ("post@møre.no", "post@xn--mre-0na.no"),
    ] {
        assert_eq!(email(text).as_deref(), Ok(kept), "{text}");
    }
    let refused = [
        ("", Problem::MissingEmail),
        ("kari.kommune.no", Problem::EmailWithoutAt),
        ("kari@kommune", Problem::EmailDomain),
        ("kari@.no", Problem::EmailDomain),
        ("kari@komm une.no", Problem::EmailDomain),
        ("kari@127.0.0.1", Problem::EmailDomain),
        ("kari@[127.0.0.1]", Problem::EmailDomain),
        ("kari@kommune.no.", Problem::EmailDomain),
        ("@kommune.no", Problem::EmailSpelling),
        ("kari..n@kommune.no", Problem::EmailSpelling),
        ("kari nordmann@kommune.no", Problem::EmailSpelling),
        ("a@b@kommune.no", Problem::EmailSpelling),
        ("<kari@kommune.no>", Problem::EmailSpelling),
        ("kåre@kommune.no", Problem::EmailLetters),
        ("kari@kommune.no\r\nBcc: alle@kommune.no", Problem::LineBreak),
        ("kari@kommune.no\nx", Problem::LineBreak),
        ("kari\0@kommune.no", Problem::ControlCharacter),
    ];
    for (text, problem) in refused {
        assert_eq!(email(text), Err(problem), "{text:?}");
    }
}

#[test]
fn telephone_numbers_in_every_usual_way_become_one() {
    for (text, kept) in [
        ("90012345", "+4790012345"),
        ("900 12 345", "+4790012345"),
        ("+47 900 12 345", "+4790012345"),
        ("0047 90012345", "+4790012345"),
        ("4790012345", "+4790012345"),
        ("(+47) 90012345", "+4790012345"),
        ("070-123 45 67", "+46701234567"),
        ("+46 (0)70 123 45 67", "+46701234567"),
        ("+358 40 1234567", "+358401234567"),
        ("tel:+4790012345", "+4790012345"),
    ] {
        assert_eq!(typed(AnswerType::Phone, text), Ok(Some(Answer::Phone(kept.to_owned()))), "{text}");
    }
    for (text, problem) in [
        ("9001234", Problem::PhoneLength),
        ("900123456", Problem::PhoneWithoutCountry),
        ("+47 9001234", Problem::PhoneLength),
        ("ring Kari", Problem::PhoneUnreadable),
        ("+", Problem::PhoneLength),
    ] {
        assert_eq!(typed(AnswerType::Phone, text), Err(problem), "{text}");
    }
}

#[test]
fn organisation_numbers_are_checked_and_names_taken() {
    for text in ["964965226", "964 965 226", "NO 964 965 226 MVA", "817263992", "820710592", "940101808", "972417971"] {
        let read = typed(AnswerType::Organisation, text);
        assert!(
            matches!(&read, Ok(Some(Answer::Organisation(Organisation::Numbered { land: Land::No, number }))) if number.len() == 9),
            "{text}: {read:?}"
        );
    }
    let swedish = Organisation::Numbered { land: Land::Se, number: "2120001355".to_owned() };
    assert_eq!(typed(AnswerType::Organisation, "212000-1355"), Ok(Some(Answer::Organisation(swedish))));
    assert_eq!(typed(AnswerType::Organisation, "964965227"), Err(Problem::OrganisationNumber));
    assert_eq!(typed(AnswerType::Organisation, "212000-1356"), Err(Problem::OrganisationNumber));
    assert_eq!(typed(AnswerType::Organisation, "123456"), Err(Problem::OrganisationNumberLength));
    for (written, read) in [
        ("NO 964 965 226 MVA", Ok("964965226")),
        ("212000-1850", Ok("2120001850")),
        ("964965227", Err(Problem::NumberAlone)),
        ("123456", Err(Problem::NumberAloneLength)),
        ("Steinkjer kommune", Err(Problem::NumberAloneLength)),
        ("010203-1234", Err(Problem::PersonalNumber)),
    ] {
        let read = read.map(|number| Some(Answer::Text(number.to_owned())));
        assert_eq!(typed(AnswerType::OrganisationNumber, written), read, "{written}");
    }
    assert_eq!(typed(AnswerType::Organisation, "01017012345"), Err(Problem::PersonalNumber));
    assert_eq!(typed(AnswerType::Organisation, "811228-9874"), Err(Problem::PersonalNumber));
    let named = Organisation::Named("Namdal regionråd".to_owned());
    assert_eq!(typed(AnswerType::Organisation, "Namdal  regionråd"), Ok(Some(Answer::Organisation(named))));
}

#[test]
fn dates_are_days_that_exist() {
    let date = |d: &str, m: &str, y: &str| answer_to(AnswerType::Date, Raw::Date([d, m, y].map(str::to_owned)));
    let answer = |y, m, d| Ok(Some(Answer::Date(NaiveDate::from_ymd_opt(y, m, d).unwrap())));
    assert_eq!(date("16", "3", "2027"), answer(2027, 3, 16));
    assert_eq!(date("16.", "03", "2027"), answer(2027, 3, 16));
    assert_eq!(date("29", "2", "2028"), answer(2028, 2, 29));
    assert_eq!(date("", " ", ""), Ok(None));
    assert_eq!(date("16", "", "2027"), Err(Problem::DateIncomplete));
    assert_eq!(date("29", "2", "2027"), Err(Problem::NoSuchDate));
    assert_eq!(date("16", "mars", "2027"), Err(Problem::NoSuchDate));
    assert_eq!(date("16", "3", "27"), Err(Problem::DateYear));
    assert!(matches!(date("16", "3", "1027"), Err(Problem::DateTooFar { .. })));
    assert_eq!(typed(AnswerType::Date, "2027-03-16"), answer(2027, 3, 16));
    for text in ["16.03.2027", "2027-3-16", "2027-02-30", "2027-03-16T10:00"] {
        assert_eq!(typed(AnswerType::Date, text), Err(Problem::NoSuchDate), "{text}");
    }
}

#[test]
fn texts_have_a_limit_and_no_hidden_marks() {
    assert_eq!(typed(AnswerType::Text, &"å".repeat(200)).unwrap(), Some(Answer::Text("å".repeat(200))));
    let long = "x".repeat(10_000);
    assert_eq!(typed(AnswerType::Text, &long), Err(Problem::TooLong { limit: 200, length: 10_000 }));
    assert_eq!(typed(AnswerType::LongText, &long), Err(Problem::TooLong { limit: 4_000, length: 10_000 }));
    assert_eq!(typed(AnswerType::LongText, "ei\r\nto\r\n"), Ok(Some(Answer::Text("ei\nto".to_owned()))));
    assert_eq!(typed(AnswerType::Text, "ei\nto"), Err(Problem::LineBreak));
    assert_eq!(typed(AnswerType::Text, "a\0b"), Err(Problem::ControlCharacter));
    assert_eq!(typed(AnswerType::Text, "\u{202e}snu\u{feff}"), Ok(Some(Answer::Text("snu".to_owned()))));
    assert_eq!(typed(AnswerType::Text, "\u{200b}"), Ok(None));
}

#[test]
fn names_are_one_line_with_a_letter_in_it() {
    assert_eq!(name("  Åse  Ødegård "), Ok("Åse Ødegård".to_owned()));
    assert_eq!(name("Kari\r\nATTENDEE:mailto:x@y.no"), Err(Problem::LineBreak));
    assert_eq!(name("Kari\u{2028}Nordmann"), Err(Problem::LineBreak));
    assert_eq!(name("Kari\u{7}"), Err(Problem::ControlCharacter));
    assert_eq!(name("123"), Err(Problem::MissingName));
    assert_eq!(name("Vinn pengar på https://x.no"), Err(Problem::NameIsAnAddress));
    assert_eq!(name(&"å".repeat(101)), Err(Problem::TooLong { limit: 100, length: 101 }));
    assert!(name("<script>alert(1)</script>").is_ok(), "harmless once escaped, and some names are odd");
}

#[test]
fn only_what_is_offered_can_be_chosen() {
    let one = AnswerType::OneOf { options: options(&["a", "b"]) };
    let several = AnswerType::SeveralOf { options: options(&["a", "b", "c"]) };
    assert_eq!(typed(one.clone(), "a"), Ok(Some(Answer::OneOf("a".to_owned()))));
    assert_eq!(typed(one, "z"), Err(Problem::NoSuchOption));
    let chosen = |values: &[&str]| Raw::Several(values.iter().map(|v| (*v).to_owned()).collect());
    let kept = Answer::SeveralOf(vec!["a".to_owned(), "c".to_owned()]);
    assert_eq!(answer_to(several.clone(), chosen(&["c", "a", "c"])), Ok(Some(kept)));
    assert_eq!(answer_to(several.clone(), chosen(&["c", "z"])), Err(Problem::NoSuchOption));
    assert_eq!(answer_to(several, chosen(&[])), Ok(None));
    assert_eq!(typed(AnswerType::YesNo, "yes"), Ok(Some(Answer::YesNo(true))));
    assert_eq!(typed(AnswerType::YesNo, "ja"), Err(Problem::NoSuchOption));
}

#[test]
fn an_unclear_municipality_is_asked_about_and_the_choice_taken() {
    let both = AnswerType::Municipality { country: Country::Both };
    let raw = |typed: &str, chosen: Option<&str>| Raw::Municipality {
        typed: typed.to_owned(),
        chosen: chosen.map(str::to_owned),
    };
    let volda = Answer::Municipality { land: Land::No, number: "1577".to_owned() };
    assert_eq!(answer_to(both.clone(), raw("volda kommune", None)), Ok(Some(volda.clone())));
    assert!(matches!(answer_to(both.clone(), raw("Voldda", None)), Err(Problem::MunicipalityUnclear { .. })));
    assert_eq!(answer_to(both.clone(), raw("Voldda", Some("no-1577"))), Ok(Some(volda)));
    assert_eq!(answer_to(both.clone(), raw("Voldda", Some("no-9999"))), Err(Problem::NoSuchOption));
    assert!(matches!(answer_to(both, raw("Atlantis", None)), Err(Problem::MunicipalityUnknown { .. })));
    let norwegian = AnswerType::Municipality { country: Country::No };
    assert_eq!(answer_to(norwegian, raw("Malmö", Some("se-1280"))), Err(Problem::NoSuchOption));
}

fn chain() -> Vec<Question> {
    let only_if = |key: &str, value: &str| Some(Condition { question: key.to_owned(), any_of: vec![value.to_owned()] });
    let mut dinner = question("dinner", AnswerType::YesNo);
    dinner.only_if = only_if("attend", "in_person");
    let mut food = question("food", AnswerType::Text);
    food.only_if = only_if("dinner", "yes");
    food.required = true;
    vec![question("attend", AnswerType::OneOf { options: options(&["in_person", "online"]) }), dinner, food]
}

fn given(pairs: &[(&str, &str)]) -> impl Fn(&Question) -> Raw {
    let pairs: BTreeMap<String, String> = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    move |question| pairs.get(&question.key).map_or(Raw::Nothing, |text| Raw::Text(text.clone()))
}

#[test]
fn answers_in_branches_not_chosen_are_left_out() {
    let questions = chain();
    let answers = read(&questions, given(&[("attend", "online"), ("dinner", "yes"), ("food", "vegetar")])).unwrap();
    assert_eq!(answers.0.keys().collect::<Vec<_>>(), ["attend"]);
    let all = read(&questions, given(&[("attend", "in_person"), ("dinner", "yes"), ("food", "vegetar")])).unwrap();
    assert_eq!(all.0.len(), 3);
    assert_eq!(asked(&questions, &all).len(), 3);
    assert_eq!(asked(&questions, &answers).len(), 1);
    assert!(
        read(&questions, given(&[("dinner", "yes"), ("food", "x")])).unwrap().0.is_empty(),
        "unanswered is not yes"
    );
    let problems = read(&questions, given(&[("attend", "in_person"), ("dinner", "yes")])).unwrap_err();
    assert_eq!(problems, [FieldProblem { field: Field::Answer("food".to_owned()), problem: Problem::MissingText }]);
}

#[test]
fn json_of_another_kind_is_told() {
    let several = AnswerType::SeveralOf { options: options(&["a"]) };
    for (answer, value) in [
        (AnswerType::Text, json!(7)),
        (AnswerType::Text, json!(["x"])),
        (AnswerType::YesNo, json!("yes")),
        (several.clone(), json!("a")),
        (several, json!([1])),
        (ANY_NUMBER, json!(true)),
        (AnswerType::Date, json!({"day": 1})),
        (AnswerType::Municipality { country: Country::No }, json!({"name": "Volda"})),
    ] {
        assert_eq!(answer_to(answer.clone(), from_json(&answer, &value)), Err(Problem::WrongKind), "{value}");
    }
    assert_eq!(answer_to(ANY_NUMBER, from_json(&ANY_NUMBER, &json!(1.5))), Err(Problem::NumberNotWhole));
    assert_eq!(from_json(&AnswerType::Text, &Value::Null), Raw::Nothing);
}

#[test]
fn what_is_given_out_as_json_can_be_sent_in_again() {
    let questions = [
        question("a", AnswerType::Municipality { country: Country::Both }),
        question("b", AnswerType::Organisation),
        question("c", AnswerType::Date),
        question("d", AnswerType::Phone),
    ];
    let first =
        read(&questions, given(&[("a", "Malmö"), ("b", "964 965 226"), ("c", "2027-03-16"), ("d", "90012345")]));
    let first = first.unwrap();
    let again = read(&questions, |q| from_json(&q.answer, &first.get(&q.key).map_or(Value::Null, Answer::plain)));
    assert_eq!(again.unwrap(), first);
    let kept = serde_json::to_string(&first).unwrap();
    assert_eq!(serde_json::from_str::<Answers>(&kept).unwrap(), first);
}

fn any_answer_type() -> impl Strategy<Value = AnswerType> {
    prop_oneof![
        Just(AnswerType::Text),
        Just(AnswerType::LongText),
        Just(ANY_NUMBER),
        Just(AnswerType::YesNo),
        Just(AnswerType::Date),
        Just(AnswerType::Email),
        Just(AnswerType::Phone),
        Just(AnswerType::Organisation),
        Just(AnswerType::OneOf { options: options(&["a"]) }),
    ]
}

proptest! {
    /// Whatever is sent, what is kept is short enough and free of what breaks letters, calendars and databases.
    #[test]
    fn kept_text_is_always_clean(answer in any_answer_type(), text in any::<String>()) {
        if let Ok(Some(kept)) = typed(answer, &text) {
            let plain = kept.plain();
            if let Some(text) = plain.as_str() {
                prop_assert!(text.chars().count() <= LONGEST_TEXT);
                prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
                prop_assert!(!text.is_empty());
            }
        }
    }

    #[test]
    fn kept_addresses_and_names_have_no_line_breaks(text in any::<String>()) {
        for kept in [email(&text), name(&text)].into_iter().flatten() {
            let breaks = kept.chars().any(|c| c.is_control() || c == '\u{2028}' || c == '\u{2029}');
            prop_assert!(!breaks);
        }
    }

    #[test]
    fn reading_what_was_kept_changes_nothing(text in "\\PC{1,40}") {
        if let Ok(Some(kept)) = typed(AnswerType::Text, &text) {
            let again = answer_to(AnswerType::Text, from_json(&AnswerType::Text, &kept.plain()));
            prop_assert_eq!(again, Ok(Some(kept)));
        }
    }

    #[test]
    fn a_number_reads_the_same_with_spaces(number in -999_999_999_999i64..999_999_999_999) {
        let digits: Vec<char> = number.abs().to_string().chars().rev().collect();
        let grouped: Vec<String> = digits.chunks(3).map(|group| group.iter().rev().collect()).rev().collect();
        let text = format!("{}{}", if number < 0 { "-" } else { "" }, grouped.join(" "));
        prop_assert_eq!(typed(ANY_NUMBER, &text), Ok(Some(Answer::Number(number))));
    }
}
