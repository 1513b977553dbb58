//! What became true at the desk.

use bus::Work;
use chrono::{DateTime, Utc};
use proto::PoolId;
use proto::event::Form;
use proto::registration::{
    Change, Chosen, Declined, Moved, Registration, RegistrationAdmitted, RegistrationChanged, RegistrationOffered,
    RegistrationRepeated, RegistrationReplanned, RegistrationWaitlisted, RegistrationWithdrawn, Withdrawal,
};

/// A fact, with the registration as it stood then.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub registration: Registration,
    pub news: News,
}

/// What is new about a registration.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    Admitted {
        from_waiting_list: bool,
    },
    /// The sign-up has been received, and the organisers are to decide.
    Received,
    Waitlisted {
        position: u32,
    },
    Offered {
        answer_before: DateTime<Utc>,
    },
    Changed,
    Withdrawn(Withdrawal),
    /// The organisers decided that the person gets no place, with what they say to it.
    Declined {
        reason: Option<String>,
    },
    Repeated {
        at: DateTime<Utc>,
        answer_before: Option<DateTime<Utc>>,
    },
    Replanned(Box<Replan>),
}

/// What another programme, or another form of the event, means for one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replan {
    pub version: Option<u32>,
    pub moved: Vec<Moved>,
    pub gone: Vec<Chosen>,
    pub clashes: Vec<(PoolId, PoolId)>,
    pub answer_before: Option<DateTime<Utc>>,
    pub form_before: Option<Form>,
}

impl Fact {
    /// Says it with the work that made it true.
    pub fn say(self, work: &Work) {
        let registration = self.registration;
        match self.news {
            News::Admitted { from_waiting_list } => {
                work.say(&RegistrationAdmitted { registration, from_waiting_list });
            }
            News::Received => work.say(&RegistrationWaitlisted { registration, position: 0 }),
            News::Waitlisted { position } => work.say(&RegistrationWaitlisted { registration, position }),
            News::Offered { answer_before } => work.say(&RegistrationOffered { registration, answer_before }),
            News::Changed => work.say(&RegistrationChanged { registration, what: Change::Details }),
            News::Withdrawn(why) => work.say(&RegistrationWithdrawn { registration, why, declined: None }),
            News::Declined { reason } => {
                let declined = Some(Declined { reason });
                work.say(&RegistrationWithdrawn { registration, why: Withdrawal::ByOrganiser, declined });
            }
            News::Replanned(replan) => {
                let Replan { version, moved, gone, clashes, answer_before, form_before } = *replan;
                work.say(&RegistrationReplanned {
                    registration,
                    version,
                    moved,
                    gone,
                    clashes,
                    answer_before,
                    form_before,
                });
            }
            News::Repeated { at, answer_before } => {
                work.say(&RegistrationRepeated { registration, at, asked_for_link: false, answer_before });
            }
        }
    }
}
