namespace RegGen.Guest;

/// <summary>A system that refuses the grant: the reason and the cause have to be the right ones.</summary>
static class RefusedGrant
{
    public static void Run(Checks checks, PortRefusal reason, string cause)
    {
        string message = "";
        PortRefusal? refusal = Checks.Refusal(() =>
        {
            try
            {
                PortBus.Open(Uart.Claim).Dispose();
            }
            catch (PortAccessException refused)
            {
                message = refused.Message;
                throw;
            }
        });
        checks.That($"the grant is refused: {reason}", refusal == reason);
        checks.That($"because: {cause}", message.Contains(cause, StringComparison.Ordinal));
    }
}
