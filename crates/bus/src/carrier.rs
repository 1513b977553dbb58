use crate::Exchange;
use crate::amqp::Amqp;
use host::Settings;

/// What carries messages from one service to the others. Cheap to clone; all services of a program share one.
#[derive(Clone)]
pub enum Carrier {
    /// From table to table, with nothing installed.
    InProcess(Exchange),
    /// Through RabbitMQ.
    Amqp(Amqp),
}

impl Carrier {
    /// A carrier between the services of this process.
    pub fn in_process() -> Self {
        Self::InProcess(Exchange::default())
    }

    /// A carrier through the broker that the settings name. Connects to nothing yet.
    pub fn amqp(settings: &Settings) -> anyhow::Result<Self> {
        Ok(Self::Amqp(Amqp::new(settings)?))
    }

    /// The one that the settings ask for: the broker when one is named, otherwise in process.
    pub fn of(settings: &Settings) -> anyhow::Result<Self> {
        if settings.broker.is_some() { Self::amqp(settings) } else { Ok(Self::in_process()) }
    }
}
