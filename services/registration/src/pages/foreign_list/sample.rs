use super::{ForeignListPage, List};
use crate::foreign_list::{Columns, Fate, Said, Surroundings, Table, Wanted, fates, people};
use crate::pages::adding::Asked;
use crate::pages::notice::Notice;
use crate::pages::sample;
use host::{FieldError, Page};
use proto::Language;
use std::collections::HashSet;

const FILE: &str = "ID;Starttid;E-post;Namn;Kommune\n\
    1;16.03.2027;kari@kommune.no;Åse Ødegård;Volda\n\
    2;16.03.2027;kari@kommune.no;<script>alert(1)</script>;Atlantis\n\
    3;16.03.2027;;'=1+1;\n\
    4;16.03.2027;per@kommune.no;Per Persson;\n\
    5;16.03.2027;eva@kommune.no;Eva;\n";

impl Page for ForeignListPage {
    const TEMPLATE: &'static str = "registration/foreign_list.html";

    fn samples() -> Vec<Self> {
        let known = Asked::of(sample::known()).known;
        let empty = Self::new(&known, Language::Nn);
        let Ok(table) = Table::read(FILE.as_bytes()) else { return vec![empty] };
        let wanted = Wanted { questions: &known.event.sign_up.questions, forms: &[] };
        let columns = Columns::guessed(&table, wanted);
        let list = List { table, columns, form: None, language: Language::Sv };
        let listed = people(&list.table, &list.columns, wanted, Said { form: None, language: list.language });
        let nobody = HashSet::new();
        let per = HashSet::from(["per@kommune.no".to_owned()]);
        let around = Surroundings { signed_up: &per, before: &nobody, left: &|_| Some(1), has_waiting_list: true };
        let fates = fates(&listed, &around);
        let listed: Vec<_> = listed.into_iter().zip(fates).collect();
        let preview = empty.clone().with(&known, &list, &listed);
        let all: Vec<_> = listed.iter().cycle().zip(Fate::ALL).map(|((one, _), fate)| (one.clone(), fate)).collect();
        let every = empty.clone().with(&known, &list, &all);
        let programme = Asked::of(sample::programme()).known;
        let both = Self::new(&programme, Language::Nn).with(&programme, &list, &[]);
        let wrong = vec![FieldError::new("file", "Vel ei fil.")];
        let column = vec![FieldError::new("col-email", "Vel kolonnane med namn og e-post.")];
        let form = vec![FieldError::new("deltek", "Vel korleis dei deltek.")];
        vec![
            empty.clone(),
            Self { errors: wrong, ..empty.clone() },
            Self { notice: Some(Notice::KNOWN_ALREADY), ..empty },
            preview.clone(),
            Self { errors: column, ..every.clone() },
            Self { errors: form, ..both },
            Self { done: true, ..every },
        ]
    }
}
