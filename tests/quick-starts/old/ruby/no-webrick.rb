# Makes Ruby say that webrick is not installed: ruby -r./no-webrick.rb
module NoWebrick
  def require(name)
    raise LoadError, 'cannot load such file -- webrick' if name == 'webrick'

    super
  end
end
Object.prepend(NoWebrick)
